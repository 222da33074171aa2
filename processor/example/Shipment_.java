package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Shipment_ {
    public static final String TABLE = "shipment";
    public static final String CARRIER = "carrier";
    public static final String NUMBER = "number";
    public static final String SENDER_STREET = "sender_street";
    public static final String SENDER_FLOOR = "sender_floor";
    public static final String SENDER_CITY = "sender_city";
    public static final String SENDER_GEO_LATITUDE = "sender_geo_latitude";
    public static final String SENDER_GEO_LON = "sender_geo_lon";
    public static final String RECIPIENT_STREET = "recipient_street";
    public static final String RECIPIENT_FLOOR = "recipient_floor";
    public static final String RECIPIENT_CITY = "recipient_city";
    public static final String RECIPIENT_GEO_LATITUDE = "recipient_geo_latitude";
    public static final String RECIPIENT_GEO_LON = "recipient_geo_lon";
    public static final String STARTS = "starts";
    public static final String ENDS = "ends";
    public static final ColumnRef<Shipment, String> carrier = new ColumnRef<Shipment, String>("public", "shipment", "carrier");
    public static final ColumnRef<Shipment, Long> number = new ColumnRef<Shipment, Long>("public", "shipment", "number");
    public static final ColumnRef<Shipment, String> senderStreet = new ColumnRef<Shipment, String>("public", "shipment", "sender_street");
    public static final ColumnRef<Shipment, String> senderFloor = new ColumnRef<Shipment, String>("public", "shipment", "sender_floor");
    public static final ColumnRef<Shipment, String> senderCity = new ColumnRef<Shipment, String>("public", "shipment", "sender_city");
    public static final ColumnRef<Shipment, BigDecimal> senderGeoLatitude = new ColumnRef<Shipment, BigDecimal>("public", "shipment", "sender_geo_latitude");
    public static final ColumnRef<Shipment, BigDecimal> senderGeoLon = new ColumnRef<Shipment, BigDecimal>("public", "shipment", "sender_geo_lon");
    public static final ColumnRef<Shipment, String> recipientStreet = new ColumnRef<Shipment, String>("public", "shipment", "recipient_street");
    public static final ColumnRef<Shipment, String> recipientFloor = new ColumnRef<Shipment, String>("public", "shipment", "recipient_floor");
    public static final ColumnRef<Shipment, String> recipientCity = new ColumnRef<Shipment, String>("public", "shipment", "recipient_city");
    public static final ColumnRef<Shipment, BigDecimal> recipientGeoLatitude = new ColumnRef<Shipment, BigDecimal>("public", "shipment", "recipient_geo_latitude");
    public static final ColumnRef<Shipment, BigDecimal> recipientGeoLon = new ColumnRef<Shipment, BigDecimal>("public", "shipment", "recipient_geo_lon");
    public static final ColumnRef<Shipment, LocalDate> starts = new ColumnRef<Shipment, LocalDate>("public", "shipment", "starts");
    public static final ColumnRef<Shipment, LocalDate> ends = new ColumnRef<Shipment, LocalDate>("public", "shipment", "ends");

    private Shipment_() {}
}
