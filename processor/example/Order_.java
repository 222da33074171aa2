package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Order_ {
    public static final String TABLE = "order";
    public static final String ID = "id";
    public static final ColumnRef<Order, Long> id = new ColumnRef<Order, Long>("public", "order", "id");

    private Order_() {}
}
