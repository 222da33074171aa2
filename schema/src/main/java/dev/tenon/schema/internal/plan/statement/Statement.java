package dev.tenon.schema.internal.plan.statement;

import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.diff.Change;
import java.util.List;
import java.util.Objects;

/**
 * One SQL statement of a migration, with information for reviewers.
 *
 * @param ddl the statement with its effects
 * @param change the change that it is for
 * @param mode how it is run
 * @param locks its locks on existing tables; empty if it affects only new ones
 * @param cost its cost
 */
public record Statement(Ddl ddl, Change change, StepMode mode, List<Lock> locks, StatementCost cost) {

    public Statement {
        Objects.requireNonNull(ddl, "ddl");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(mode, "mode");
        locks = List.copyOf(locks);
        Objects.requireNonNull(cost, "cost");
    }

    /** Its SQL, without a semicolon. */
    public String sql() {
        return ddl.sql();
    }

    /** Its locks and cost as text; empty if it locks no existing table. */
    public String hazard() {
        if (locks.isEmpty()) {
            return "";
        }
        return String.join(", ", locks.stream().map(Lock::toString).toList()) + "; " + cost;
    }
}
