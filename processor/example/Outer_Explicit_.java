package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Outer_Explicit_ {
    public static final String TABLE = "other";
    public static final String ID = "id";
    public static final String KIND = "kind";
    public static final ColumnRef<Outer.Explicit, Integer> id = new ColumnRef<Outer.Explicit, Integer>("elsewhere", "other", "id");
    public static final ColumnRef<Outer.Explicit, Outer.Kind> kind = new ColumnRef<Outer.Explicit, Outer.Kind>("elsewhere", "other", "kind");

    private Outer_Explicit_() {}
}
