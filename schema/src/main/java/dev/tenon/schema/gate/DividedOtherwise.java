package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.PartitionChange;
import dev.tenon.schema.plan.PlanContext;
import dev.tenon.schema.sql.PartitionSql;
import java.util.List;
import java.util.function.Consumer;

/** How a table is divided is settled when it is made, and which rows a partition takes when it is attached. */
final class DividedOtherwise implements ChangeRule {

    @Override
    public String code() {
        return "TN415";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            if (change instanceof PartitionChange.Divide divide) {
                String table = divide.table().display();
                objections.accept(Objection.always(
                        divide.path(),
                        "partitioning",
                        divide.after()
                                .map(how -> "table " + table + " is there, and cannot become one "
                                        + PartitionSql.clause(how) + " in place")
                                .orElse("table " + table + " is partitioned, and cannot become one without partitions"
                                        + " in place"),
                        "make it a new entity under another name, copy the rows, and drop the old one"));
            } else if (change instanceof PartitionChange.Rebound rebound) {
                objections.accept(Objection.always(
                        rebound.path(),
                        "bound",
                        "partition " + rebound.path().display() + " takes rows "
                                + PartitionSql.bound(rebound.before().bound()) + ", and cannot take those "
                                + PartitionSql.bound(rebound.after().bound()) + " in place",
                        "declare partitions under other names for the other rows"));
            }
        }
    }
}
