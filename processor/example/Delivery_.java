package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Delivery_ {
    public static final String TABLE = "delivery";
    public static final String ID = "id";
    public static final String ORDER_ID = "order_id";
    public static final String POSITION = "position";
    public static final String EXTRA_ORDER = "extra_order";
    public static final String EXTRA_LINE = "extra_line";
    public static final String RETURNS = "returns";
    public static final ColumnRef<Delivery, Long> id = new ColumnRef<Delivery, Long>("public", "delivery", "id");
    public static final ColumnRef<Delivery, Long> orderId = new ColumnRef<Delivery, Long>("public", "delivery", "order_id");
    public static final ColumnRef<Delivery, Integer> position = new ColumnRef<Delivery, Integer>("public", "delivery", "position");
    public static final ColumnRef<Delivery, Long> extraOrder = new ColumnRef<Delivery, Long>("public", "delivery", "extra_order");
    public static final ColumnRef<Delivery, Integer> extraLine = new ColumnRef<Delivery, Integer>("public", "delivery", "extra_line");
    public static final ColumnRef<Delivery, Long> returns = new ColumnRef<Delivery, Long>("public", "delivery", "returns");

    private Delivery_() {}
}
