package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.Short;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Invoice_ {
    public static final String TABLE = "invoice";
    public static final String ID = "id";
    public static final String NUMBER = "number";
    public static final ColumnRef<Invoice, Short> id = new ColumnRef<Invoice, Short>("billing", "invoice", "id");
    public static final ColumnRef<Invoice, Integer> number = new ColumnRef<Invoice, Integer>("billing", "invoice", "number");

    private Invoice_() {}
}
