package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Booking_ {
    public static final String TABLE = "booking";
    public static final String TENANT_ID = "tenant_id";
    public static final String ID = "id";
    public static final String ROOM_NUMBER = "room_number";
    public static final String PERSON = "person";
    public static final String DURING = "during";
    public static final String CANCELLED = "cancelled";
    public static final ColumnRef<Booking, Integer> tenantId = new ColumnRef<Booking, Integer>("public", "booking", "tenant_id");
    public static final ColumnRef<Booking, Long> id = new ColumnRef<Booking, Long>("public", "booking", "id");
    public static final ColumnRef<Booking, Integer> roomNumber = new ColumnRef<Booking, Integer>("public", "booking", "room_number");
    public static final ColumnRef<Booking, String> person = new ColumnRef<Booking, String>("public", "booking", "person");
    public static final ColumnRef<Booking, String> during = new ColumnRef<Booking, String>("public", "booking", "during");
    public static final ColumnRef<Booking, Boolean> cancelled = new ColumnRef<Booking, Boolean>("public", "booking", "cancelled");

    private Booking_() {}
}
