package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ForeignKeyMatch;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes statements and definitions of constraints.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
public final class ConstraintSql {

    private static final Constraint.Cases<String> BODY = new Constraint.Cases<>() {
        @Override
        public String primaryKey(Constraint.PrimaryKey key) {
            return "PRIMARY KEY (" + Identifier.list(key.columns()) + ")" + index(key.index());
        }

        @Override
        public String unique(Constraint.Unique unique) {
            return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + "("
                    + Identifier.list(unique.columns()) + ")" + index(unique.index())
                    + deferrability(unique.deferrability());
        }

        @Override
        public String check(Constraint.Check check) {
            return "CHECK (" + check.expression() + ")";
        }

        @Override
        public String foreignKey(Constraint.ForeignKey key) {
            String columns = key.onDeleteColumns().isEmpty() ? "" : " (" + Identifier.list(key.onDeleteColumns()) + ")";
            return "FOREIGN KEY (" + Identifier.list(key.columns()) + ") REFERENCES " + Identifier.quote(key.target())
                    + " (" + Identifier.list(key.targetColumns()) + ")"
                    + (key.match() == ForeignKeyMatch.FULL ? " MATCH FULL" : "")
                    + (key.onUpdate() == ForeignKeyAction.NO_ACTION ? "" : action("UPDATE", key.onUpdate()))
                    + action("DELETE", key.onDelete()) + columns
                    + deferrability(key.deferrability());
        }

        @Override
        public String exclusion(Constraint.Exclusion exclusion) {
            return "EXCLUDE USING " + Identifier.quote(exclusion.method()) + " ("
                    + exclusion.elements().stream()
                            .map(element -> IndexSql.key(element.key()) + " WITH " + element.operator())
                            .collect(Collectors.joining(", "))
                    + ")" + index(exclusion.index())
                    + exclusion.where().map(sql -> " WHERE (" + sql + ")").orElse("")
                    + deferrability(exclusion.deferrability());
        }
    };

    private ConstraintSql() {}

    /** The constraint definition in {@code CREATE TABLE} or {@code ADD}. */
    public static String definition(Constraint constraint) {
        return "CONSTRAINT " + Identifier.quote(constraint.name()) + " " + constraint.match(BODY);
    }

    public static String add(QualifiedName table, Constraint constraint) {
        return constraint.validated()
                ? TableSql.alter(table) + " ADD " + definition(constraint)
                : addNotValid(table, constraint);
    }

    /**
     * Adds a key to a partitioned table but not to its partitions; it becomes valid when the keys of all partitions are
     * attached.
     */
    public static String addOnly(QualifiedName table, Constraint constraint) {
        return "ALTER TABLE ONLY " + Identifier.quote(table) + " ADD " + definition(constraint);
    }

    /** Adds the constraint for new rows only; {@link #validate} checks existing ones. */
    public static String addNotValid(QualifiedName table, Constraint constraint) {
        return TableSql.alter(table) + " ADD " + definition(constraint) + " NOT VALID";
    }

    public static String validate(QualifiedName table, String constraint) {
        return TableSql.alter(table) + " VALIDATE CONSTRAINT " + Identifier.quote(constraint);
    }

    /**
     * Adds a primary key or unique constraint that uses an existing unique index, which is renamed to the constraint's
     * name.
     */
    public static String addUsingIndex(QualifiedName table, Constraint constraint, String index) {
        boolean primary = constraint instanceof Constraint.PrimaryKey;
        String deferrability =
                constraint instanceof Constraint.Unique unique ? deferrability(unique.deferrability()) : "";
        return TableSql.alter(table) + " ADD CONSTRAINT " + Identifier.quote(constraint.name())
                + (primary ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX " + Identifier.quote(index) + deferrability;
    }

    public static String drop(QualifiedName table, String constraint) {
        return TableSql.alter(table) + " DROP CONSTRAINT " + Identifier.quote(constraint);
    }

    public static String rename(QualifiedName table, String before, String after) {
        return TableSql.alter(table) + " RENAME CONSTRAINT " + Identifier.quote(before) + " TO "
                + Identifier.quote(after);
    }

    /** Changes storage parameters of the constraint's index; they apply to later writes. */
    public static List<String> setParameters(QualifiedName table, Constraint before, Constraint after) {
        return StorageParameters.change(
                "ALTER INDEX " + Identifier.quote(table.withName(after.name())),
                before.index().with(),
                after.index().with());
    }

    /** Whether the constraints are equal except that only {@code after} is validated. */
    public static boolean validates(Constraint before, Constraint after) {
        return after.validated() && !before.validated() && definition(before).equals(definition(after));
    }

    private static String index(ConstraintIndex index) {
        return IndexSql.include(index.include()) + StorageParameters.with(index.with());
    }

    private static String action(String event, ForeignKeyAction action) {
        return " ON " + event + " " + action.sql();
    }

    private static String deferrability(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case DEFERRABLE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}
