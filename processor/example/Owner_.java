package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Owner_ {
    public static final String TABLE = "owner";
    public static final String OWNER = "owner";
    public static final String PLANS = "plans";
    public static final ColumnRef<Owner, String> owner = new ColumnRef<Owner, String>("public", "owner", "owner");
    public static final ColumnRef<Owner, Long> plans = new ColumnRef<Owner, Long>("public", "owner", "plans");

    private Owner_() {}
}
