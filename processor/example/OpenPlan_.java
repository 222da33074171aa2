package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class OpenPlan_ {
    public static final String TABLE = "unfinished";
    public static final String ID = "id";
    public static final String NAME = "name";
    public static final ColumnRef<OpenPlan, Integer> id = new ColumnRef<OpenPlan, Integer>("reports", "unfinished", "id");
    public static final ColumnRef<OpenPlan, String> name = new ColumnRef<OpenPlan, String>("reports", "unfinished", "name");

    private OpenPlan_() {}
}
