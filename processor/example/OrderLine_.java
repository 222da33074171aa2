package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class OrderLine_ {
    public static final String TABLE = "order_line";
    public static final String ORDER_ID = "order_id";
    public static final String POSITION = "position";
    public static final String TEXT = "text";
    public static final ColumnRef<OrderLine, Long> orderId = new ColumnRef<OrderLine, Long>("public", "order_line", "order_id");
    public static final ColumnRef<OrderLine, Integer> position = new ColumnRef<OrderLine, Integer>("public", "order_line", "position");
    public static final ColumnRef<OrderLine, String> text = new ColumnRef<OrderLine, String>("public", "order_line", "text");

    private OrderLine_() {}
}
