package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class PlanCount_ {
    public static final String TABLE = "plan_count";
    public static final String PLANS = "plans";
    public static final ColumnRef<PlanCount, Long> plans = new ColumnRef<PlanCount, Long>("public", "plan_count", "plans");

    private PlanCount_() {}
}
