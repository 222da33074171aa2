package dev.tenon.runtime.verify;

import dev.tenon.schema.Hints;
import dev.tenon.schema.Named;
import dev.tenon.schema.Names;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.diff.RenamedColumn;
import dev.tenon.schema.diff.SchemaDiff;
import dev.tenon.schema.gate.Gate;
import dev.tenon.schema.plan.PlanContext;
import dev.tenon.schema.sql.ColumnSql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Drops columns that the server should compute and does not, or not so, where no migration gets there; the plan then finds them
 * missing, with the indexes and constraints that go with them.
 */
final class Recomputed {

    private final Set<ObjectPath> columns = new TreeSet<>();

    /**
     * Finds them.
     *
     * @param live what counts of the database
     * @param expected the snapshot
     * @param hints how to get there
     * @param anew what has to be made anew in any case
     */
    Recomputed(Schema live, Schema expected, Hints hints, Collection<ObjectPath> anew) {
        anew.stream().filter(at -> at.kind() == Kind.COLUMN).forEach(columns::add);
        Gate.beyondPlans(SchemaDiff.between(live, expected), new PlanContext(live, expected, hints)).stream()
                .filter(finding -> finding.attribute().equals("generated"))
                .forEach(finding -> columns.add(finding.at()));
    }

    /** The statements that drop them. */
    List<Correction> statements() {
        return columns.stream()
                .map(at -> new Correction(
                        at,
                        ColumnSql.drop(at.owner(), at.member()),
                        "what it has is lost, and computing it writes all rows anew, while nobody can read or write the table;"
                                + " what reads the column has to go first"))
                .toList();
    }

    /** What counts of the database when they are gone. */
    Schema without(Schema live) {
        Schema left = live;
        for (ObjectPath at : columns) {
            Schema now = left;
            left = left.withTables(left.tables().stream()
                    .map(table -> table.name().equals(at.owner()) ? without(now, table, at.member()) : table)
                    .toList());
        }
        return left;
    }

    private static Table without(Schema schema, Table table, String column) {
        return table.withColumns(table.columns().stream()
                        .filter(each -> !each.name().equals(column))
                        .toList())
                .withIndexes(left(schema, table, column, Table::indexes))
                .withConstraints(left(schema, table, column, Table::constraints));
    }

    private static <T extends Named<String>> List<T> left(
            Schema schema, Table table, String column, Function<Table, List<T>> members) {
        return members.apply(table).stream()
                .filter(each -> {
                    Function<Table, Optional<T>> same = other -> Names.find(members.apply(other), each.name());
                    return !RenamedColumn.isIn(schema, table.name(), column, same);
                })
                .toList();
    }
}
