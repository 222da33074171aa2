package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.quote.Identifier;

/**
 * Makes a column NOT NULL without a scan under an exclusive lock: a check that is validated without blocking reads and
 * writes makes the scan of {@code SET NOT NULL} unnecessary. Works the same on every supported version.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL">SET
 *     NOT NULL</a>
 */
final class NotNullSteps {

    private NotNullSteps() {}

    static StatementCollector stage(StatementCollector fragments, QualifiedName table, String column) {
        String name = TemporaryNames.notNull(table.name(), column);
        Constraint check = new Constraint.Check(name, Identifier.quote(column) + " IS NOT NULL", true);
        return fragments
                .shortLock(
                        Phase.CONSTRAINTS,
                        ConstraintDdl.addNotNullCheck(table, check, column),
                        StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, table))
                .scan(
                        Phase.CONSTRAINTS,
                        ConstraintDdl.validate(table, name),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table))
                .metadata(Phase.CONSTRAINTS, table, ColumnDdl.setNotNull(table, column))
                .metadata(Phase.CONSTRAINTS, table, ConstraintDdl.drop(table, name));
    }
}
