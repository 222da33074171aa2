package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class PlanTitle_ {
    public static final String TABLE = "plan_title";
    public static final String TITLE = "title";
    public static final ColumnRef<PlanTitle, String> title = new ColumnRef<PlanTitle, String>("public", "plan_title", "title");

    private PlanTitle_() {}
}
