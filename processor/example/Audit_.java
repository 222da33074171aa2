package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Audit_ {
    public static final String TABLE = "audit";
    public static final String ID = "id";
    public static final String WHO = "who";
    public static final ColumnRef<Audit, Long> id = new ColumnRef<Audit, Long>("audit", "audit", "id");
    public static final ColumnRef<Audit, String> who = new ColumnRef<Audit, String>("audit", "audit", "who");

    private Audit_() {}
}
