package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.migrate.Loss;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.type.TypeConversion;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that rows get when a migration is taken back: converted ones, and neutral ones for a NOT NULL column that
 * the migration dropped.
 */
final class ReversalValues {

    private static final Map<String, String> NEUTRAL = Map.ofEntries(
            Map.entry("smallint", "0"),
            Map.entry("integer", "0"),
            Map.entry("bigint", "0"),
            Map.entry("numeric", "0"),
            Map.entry("real", "0"),
            Map.entry("double precision", "0"),
            Map.entry("text", "''"),
            Map.entry("varchar", "''"),
            Map.entry("boolean", "false"),
            Map.entry("date", "'epoch'::date"),
            Map.entry("timestamp", "'epoch'::timestamp"),
            Map.entry("timestamptz", "'epoch'::timestamptz"),
            Map.entry("interval", "'0'::interval"),
            Map.entry("uuid", "'00000000-0000-0000-0000-000000000000'::uuid"),
            Map.entry("json", "'{}'::json"),
            Map.entry("jsonb", "'{}'::jsonb"),
            Map.entry("bytea", "''::bytea"));

    private final RowProbe rows;
    private final CommittedRenames renames;
    private final Schema expected;
    private final Map<ObjectPath, String> backfills = new HashMap<>();
    private final Map<ObjectPath, String> conversions = new HashMap<>();
    private final List<Loss> losses = new ArrayList<>();

    /**
     * @param rows asks the rows
     * @param renames the renames that are in effect
     * @param expected the schema before the migration
     */
    ReversalValues(RowProbe rows, CommittedRenames renames, Schema expected) {
        this.rows = rows;
        this.renames = renames;
        this.expected = expected;
    }

    /** Finds the values for the changes. */
    void read(List<Change> changes) throws SQLException {
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType set && !set.after().generated()) {
                convert(set);
            } else if (change instanceof ColumnChange.Add add && !add.column().generated()) {
                restore(add);
            } else if (change instanceof ColumnChange.SetNotNull set) {
                require(set);
            }
        }
    }

    /** Returns the values as hints of the plan. */
    MigrationHints hints(MigrationHints renamed) {
        return new MigrationHints(renamed.renamedFrom(), backfills, conversions);
    }

    /** Returns the values that do not come back. */
    List<Loss> losses() {
        return losses;
    }

    private void convert(ColumnChange.SetType set) throws SQLException {
        boolean back = TypeConversion.mayLose(set.before(), set.after(), expected);
        boolean forth = TypeConversion.mayLose(set.after(), set.before(), expected);
        ObjectPath live = renames.now(set.path());
        RowProbe.Conversion found = rows.conversion(
                live.owner(), live.member(), set.before().type(), set.after().type());
        String column = set.path().display();
        if (back) {
            conversions.put(
                    set.path(),
                    found.expression().formatted(Identifier.quote(set.after().name())));
        }
        if (found.refusal().isPresent()) {
            losses.add(loss(
                    set,
                    "column " + column + " cannot change back to " + set.after().type() + ", because a value does not"
                            + " convert: " + found.refusal().get(),
                    ""));
        } else if (forth || !found.exact()) {
            losses.add(loss(
                    set,
                    "column " + column + " gets its values of type "
                            + set.after().type()
                            + " back by a conversion from " + set.before().type()
                            + ", which may differ from what they were",
                    "convert-column"));
        }
    }

    private void restore(ColumnChange.Add add) throws SQLException {
        if (!rows.hasRows(renames.now(ObjectPath.table(add.table())).owner())) {
            return;
        }
        Column column = add.column();
        boolean needed = !column.nullable() && column.defaultValue().isEmpty();
        Optional<String> neutral = needed ? neutral(column.type()) : Optional.empty();
        neutral.ifPresent(value -> backfills.put(add.path(), value));
        String gone = "the values of column " + add.path().display() + ", which the migration dropped, are lost";
        if (needed && neutral.isEmpty()) {
            losses.add(loss(
                    add, gone + ", and the column is NOT NULL without a value that Tenon could give the rows", ""));
        } else {
            losses.add(loss(
                    add,
                    gone
                            + neutral.map(value -> "; the rows get " + value)
                                    .orElse(
                                            column.defaultValue().isPresent()
                                                    ? "; the rows get the default"
                                                    : "; the rows get NULL"),
                    "restore-column"));
        }
    }

    private void require(ColumnChange.SetNotNull set) throws SQLException {
        ObjectPath live = renames.now(set.path());
        if (rows.hasNulls(live.owner(), live.member())) {
            losses.add(loss(
                    set,
                    "column " + set.path().display() + " was NOT NULL before the migration, and rows are NULL now",
                    ""));
        }
    }

    private Optional<String> neutral(ColumnType type) {
        if (type instanceof ColumnType.Array) {
            return Optional.of("'{}'");
        }
        if (type instanceof ColumnType.UserDefined named) {
            return expected.enumType(named.name()).map(EnumType::labels).stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .map(label -> Literal.text(label) + "::" + Identifier.quote(named.name()));
        }
        return type instanceof ColumnType.Builtin builtin
                ? Optional.ofNullable(NEUTRAL.get(builtin.name()))
                : Optional.empty();
    }

    private static Loss loss(Change change, String problem, String verb) {
        return new Loss(
                change.path().toString(),
                problem,
                verb.isEmpty()
                        ? Optional.empty()
                        : Optional.of(verb + ":" + change.path().display()));
    }
}
