package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes statements about whole tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
public final class TableSql {

    private TableSql() {}

    /**
     * The unique constraints that equal another one or the primary key. In one statement, PostgreSQL silently creates
     * only one of them.
     */
    public static List<Constraint.Unique> repeated(Table table) {
        List<Constraint.Unique> said = new ArrayList<>();
        table.primaryKey()
                .ifPresent(key -> said.add(new Constraint.Unique(
                        "any",
                        key.columns(),
                        false,
                        Deferrability.NOT_DEFERRABLE,
                        new ConstraintIndex(key.index().include(), Map.of()))));
        return table.constraints(Constraint.Unique.class)
                .filter(unique -> {
                    Constraint.Unique plain =
                            unique.withIndex(new ConstraintIndex(unique.index().include(), Map.of()));
                    boolean again = said.stream().anyMatch(plain.withName("any")::equals);
                    said.add(plain.withName("any"));
                    return again;
                })
                .toList();
    }

    /**
     * The table with its columns and constraints, except foreign keys, {@linkplain #repeated repeated} ones, and those
     * that are not validated, because {@code CREATE TABLE} marks all as validated.
     */
    public static String create(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(ColumnSql.definition(column)));
        table.primaryKey().ifPresent(key -> parts.add(ConstraintSql.definition(key)));
        List<Constraint.Unique> repeated = repeated(table);
        table.constraints().stream()
                .filter(constraint -> !(constraint instanceof Constraint.ForeignKey)
                        && !repeated.contains(constraint)
                        && constraint.validated()
                        && !(constraint instanceof Constraint.PrimaryKey))
                .forEach(constraint -> parts.add(ConstraintSql.definition(constraint)));
        return "CREATE " + (table.storage().unlogged() ? "UNLOGGED " : "") + "TABLE " + Identifier.quote(table.name())
                + " (\n    " + String.join(",\n    ", parts) + "\n)"
                + table.partitioning()
                        .map(how -> " " + PartitionSql.clause(how))
                        .orElse("")
                + StorageParameters.with(table.storage().with());
    }

    /** Waits for all transactions that use the table, and keeps others from it. Its partitions are not locked. */
    public static String lockAlone(QualifiedName table) {
        return "LOCK TABLE ONLY " + Identifier.quote(table) + " IN ACCESS EXCLUSIVE MODE";
    }

    /** Locks the table until the end of the transaction. */
    public static String lock(QualifiedName table, String mode) {
        return "LOCK TABLE " + Identifier.quote(table) + " IN " + mode + " MODE";
    }

    public static String drop(QualifiedName table) {
        return "DROP TABLE " + Identifier.quote(table);
    }

    public static String rename(QualifiedName table, String name) {
        return alter(table) + " RENAME TO " + Identifier.quote(name);
    }

    public static String move(QualifiedName table, String schema) {
        return alter(table) + " SET SCHEMA " + Identifier.quote(schema);
    }

    public static String comment(QualifiedName table, Optional<String> comment) {
        return CommentSql.on("TABLE " + Identifier.quote(table), comment);
    }

    /** Drops a rule of a table or view. */
    public static String dropRule(QualifiedName relation, String rule) {
        return "DROP RULE " + Identifier.quote(rule) + " ON " + Identifier.quote(relation);
    }

    /** Makes the table logged or unlogged. */
    public static String setLogged(QualifiedName table, boolean unlogged) {
        return alter(table) + " SET " + (unlogged ? "UNLOGGED" : "LOGGED");
    }

    /** The statements that change the storage parameters. */
    public static List<String> setParameters(QualifiedName table, TableStorage before, TableStorage after) {
        return StorageParameters.change(alter(table), before.with(), after.with());
    }

    /** Enables or disables row-level security. */
    public static String rowSecurity(QualifiedName table, boolean enabled) {
        return alter(table) + (enabled ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY";
    }

    /** Applies row-level security to the owner of the table, too, or no longer. */
    public static String forcedRowSecurity(QualifiedName table, boolean forced) {
        return alter(table) + (forced ? " FORCE" : " NO FORCE") + " ROW LEVEL SECURITY";
    }

    /** Makes a table inherit from another one. */
    public static String inherit(QualifiedName child, QualifiedName parent) {
        return alter(child) + " INHERIT " + Identifier.quote(parent);
    }

    /** Ends that a table inherits from another one. */
    public static String noInherit(QualifiedName child, QualifiedName parent) {
        return alter(child) + " NO INHERIT " + Identifier.quote(parent);
    }

    /**
     * A statement of this package that alters the table or updates its rows, so that it leaves the tables that inherit
     * from the table alone.
     */
    public static String only(QualifiedName table, String statement) {
        for (String verb : List.of("ALTER TABLE ", "UPDATE ")) {
            String head = verb + Identifier.quote(table) + " ";
            if (statement.startsWith(head)) {
                return verb + "ONLY " + statement.substring(verb.length());
            }
        }
        throw new IllegalArgumentException("not about table " + table + ": " + statement);
    }

    static String alter(QualifiedName table) {
        return "ALTER TABLE " + Identifier.quote(table);
    }
}
