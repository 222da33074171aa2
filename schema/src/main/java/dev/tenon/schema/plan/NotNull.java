package dev.tenon.schema.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.sql.ColumnSql;
import dev.tenon.schema.sql.ConstraintSql;
import dev.tenon.schema.sql.Identifier;

/**
 * Makes a column NOT NULL without a scan under an exclusive lock: a check that is validated while others read and write
 * spares {@code SET NOT NULL} its own. Works alike on every supported version.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL">SET
 *     NOT NULL</a>
 */
final class NotNull {

    private NotNull() {}

    static Fragments stage(Fragments fragments, QualifiedName table, String column) {
        String name = Interim.notNull(table.name(), column);
        Constraint check = new Constraint.Check(name, Identifier.quote(column) + " IS NOT NULL", true);
        return fragments
                .brief(
                        Phase.CONSTRAINTS,
                        ConstraintSql.addNotValid(table, check),
                        Fragments.lock(LockLevel.ACCESS_EXCLUSIVE, table))
                .scan(
                        Phase.CONSTRAINTS,
                        ConstraintSql.validate(table, name),
                        Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table))
                .metadata(Phase.CONSTRAINTS, table, ColumnSql.setNotNull(table, column))
                .metadata(Phase.CONSTRAINTS, table, ConstraintSql.drop(table, name));
    }
}
