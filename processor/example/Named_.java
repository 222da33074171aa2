package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Named_ {
    public static final String TABLE = "named";
    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String FRESH = "fresh";
    public static final ColumnRef<Named, Integer> id = new ColumnRef<Named, Integer>("public", "named", "id");
    public static final ColumnRef<Named, String> name = new ColumnRef<Named, String>("public", "named", "name");
    public static final ColumnRef<Named, Boolean> fresh = new ColumnRef<Named, Boolean>("public", "named", "fresh");

    private Named_() {}
}
