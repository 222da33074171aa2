package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Outer_Inner_ {
    public static final String TABLE = "inner";
    public static final String ID = "id";
    public static final String EMAIL = "email";
    public static final String KIND = "kind";
    public static final ColumnRef<Outer.Inner, Integer> id = new ColumnRef<Outer.Inner, Integer>("app", "inner", "id");
    public static final ColumnRef<Outer.Inner, String> email = new ColumnRef<Outer.Inner, String>("app", "inner", "email");
    public static final ColumnRef<Outer.Inner, Outer.Kind> kind = new ColumnRef<Outer.Inner, Outer.Kind>("app", "inner", "kind");

    private Outer_Inner_() {}
}
