package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Currency_ {
    public static final String TABLE = "currency";
    public static final String CODE = "code";
    public static final ColumnRef<Currency, String> code = new ColumnRef<Currency, String>("app", "currency", "code");

    private Currency_() {}
}
