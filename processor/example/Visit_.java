package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Visit_ {
    public static final String TABLE = "visit";
    public static final String TENANT_ID = "tenant_id";
    public static final String ID = "id";
    public static final String GUEST = "guest";
    public static final ColumnRef<Visit, Integer> tenantId = new ColumnRef<Visit, Integer>("public", "visit", "tenant_id");
    public static final ColumnRef<Visit, Long> id = new ColumnRef<Visit, Long>("public", "visit", "id");
    public static final ColumnRef<Visit, String> guest = new ColumnRef<Visit, String>("public", "visit", "guest");

    private Visit_() {}
}
