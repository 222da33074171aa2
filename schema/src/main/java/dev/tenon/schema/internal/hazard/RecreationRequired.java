package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.ExtensionChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.rename.ColumnRename;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A column that becomes generated loses its values and rewrites the table. A column that a generated column reads keeps
 * its type, existing partitions get no identity column, an object that columns use cannot be replaced, and some
 * extensions cannot move to another schema.
 */
final class RecreationRequired implements HazardRule {

    private static final String ANOTHER_NAME = "give the new column another name, and mark the old one with @Retired";

    /** Widely used extensions that PostgreSQL does not move, because they contain the name of their schema. */
    private static final Set<String> FIXED = Set.of(
            "plpgsql",
            "postgis",
            "postgis_raster",
            "postgis_sfcgal",
            "postgis_tiger_geocoder",
            "postgis_topology",
            "pgrouting",
            "pg_cron",
            "pg_partman",
            "pgmq",
            "timescaledb");

    @Override
    public String code() {
        return "TN407";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetDefault set
                    && set.after()
                            .filter(ColumnDefault.Generated.class::isInstance)
                            .isPresent()) {
                findings.accept(
                        context.shadows().replaces(set.table(), set.column().name())
                                ? replaced(set)
                                : Finding.error(
                                        code(),
                                        change.path(),
                                        "generated",
                                        "column " + change.path().display()
                                                + " cannot become generated, or change its expression, while"
                                                + " other objects depend on it",
                                        ANOTHER_NAME));
            } else if (change instanceof ColumnChange.SetDefault set
                    && set.before().orElse(null) instanceof ColumnDefault.Generated generated
                    && generated.virtual()
                    && !context.shadows().replaces(set.table(), set.column().name())) {
                findings.accept(Finding.error(
                        code(),
                        change.path(),
                        "generated",
                        "virtual column " + change.path().display() + " has no values that it could keep",
                        ANOTHER_NAME));
            } else if (change instanceof ColumnChange.Add add
                    && isIdentity(add.column())
                    && context.before()
                            .table(add.table())
                            .flatMap(Table::partitioning)
                            .isPresent()) {
                findings.accept(Finding.error(
                        code(),
                        change.path(),
                        "identity",
                        "PostgreSQL before 17 cannot add an identity column to partitioned table "
                                + add.table().display(),
                        "add the column without @Identity and with @Backfill, and add @Identity in the next"
                                + " migration"));
            } else if (change instanceof ExtensionChange.Move move
                    && FIXED.contains(move.before().name())) {
                findings.accept(Finding.error(
                        code(),
                        change.path(),
                        "schema",
                        "extension " + move.before().name() + " cannot move from schema "
                                + move.before().schema() + " to " + move.after().schema()
                                + ", because it is not relocatable",
                        "declare it in schema " + move.before().schema()));
            } else if (change instanceof SqlObjectChange.Replace replace && !context.replacesInPlace(replace)) {
                context.tablesUsing(replace.before()).ifPresent(table -> findings.accept(held(replace, table)));
            } else if (change instanceof ColumnChange.SetType set
                    && !context.shadows().replaces(set.table(), set.after().name())
                    && isComputedFrom(context, set)) {
                findings.accept(Finding.error(
                        code(),
                        change.path(),
                        "type",
                        "the type of column " + change.path().display()
                                + " cannot change while a generated column reads it",
                        ANOTHER_NAME));
            }
        }
    }

    private Finding held(SqlObjectChange.Replace change, Table table) {
        return Finding.error(
                code(),
                change.path(),
                "create",
                "SQL-defined object " + change.path().display() + " cannot be replaced while columns of table "
                        + table.name().display() + " depend on it",
                "create it under another name, and use that name in the columns");
    }

    private static boolean isIdentity(Column column) {
        return column.defaultValue()
                .filter(ColumnDefault.Identity.class::isInstance)
                .isPresent();
    }

    /** Whether a generated column reads the column; one that is removed goes before the type changes. */
    private static boolean isComputedFrom(PlanContext context, ColumnChange.SetType change) {
        Optional<Table> after = context.after().table(change.table());
        return ColumnRename.isIn(
                context.before(),
                change.table(),
                change.before().name(),
                table -> table.columns().stream()
                        .filter(Column::generated)
                        .filter(column ->
                                after.flatMap(now -> now.column(column.name())).isPresent())
                        .map(Column::defaultValue)
                        .toList());
    }

    private Finding replaced(ColumnChange.SetDefault set) {
        boolean computed =
                set.before().filter(ColumnDefault.Generated.class::isInstance).isPresent();
        return Finding.unlessAccepted(
                code(),
                set.path(),
                "compute-column",
                (computed ? "changing the expression of generated column " : "making column ")
                        + set.path().display()
                        + (computed ? "" : " generated deletes its values and")
                        + " rewrites the table under ACCESS EXCLUSIVE, which blocks reads and writes",
                ANOTHER_NAME);
    }
}
