package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Seat_ {
    public static final String TABLE = "seat";
    public static final String ROOM = "room";
    public static final String NUMBER = "number";
    public static final String LABEL = "label";
    public static final String BESIDE_ROOM = "beside_room";
    public static final String BESIDE_NUMBER = "beside_number";
    public static final ColumnRef<Seat, Integer> room = new ColumnRef<Seat, Integer>("public", "seat", "room");
    public static final ColumnRef<Seat, Integer> number = new ColumnRef<Seat, Integer>("public", "seat", "number");
    public static final ColumnRef<Seat, String> label = new ColumnRef<Seat, String>("public", "seat", "label");
    public static final ColumnRef<Seat, Integer> besideRoom = new ColumnRef<Seat, Integer>("public", "seat", "beside_room");
    public static final ColumnRef<Seat, Integer> besideNumber = new ColumnRef<Seat, Integer>("public", "seat", "beside_number");

    private Seat_() {}
}
