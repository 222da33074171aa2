package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.Long;
import java.lang.String;
import java.time.LocalDate;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Reading_ {
    public static final String TABLE = "reading";
    public static final String TENANT_ID = "tenant_id";
    public static final String ID = "id";
    public static final String DAY = "day";
    public static final String CODE = "code";
    public static final ColumnRef<Reading, Integer> tenantId = new ColumnRef<Reading, Integer>("public", "reading", "tenant_id");
    public static final ColumnRef<Reading, Long> id = new ColumnRef<Reading, Long>("public", "reading", "id");
    public static final ColumnRef<Reading, LocalDate> day = new ColumnRef<Reading, LocalDate>("public", "reading", "day");
    public static final ColumnRef<Reading, String> code = new ColumnRef<Reading, String>("public", "reading", "code");

    private Reading_() {}
}
