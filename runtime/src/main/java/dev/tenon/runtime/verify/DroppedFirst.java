package dev.tenon.runtime.verify;

import dev.tenon.schema.Constraint;
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
import dev.tenon.schema.sql.ConstraintSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Drops what a plan cannot recreate in place: columns whose generation differs, and primary keys of partitioned
 * tables. The plan then finds them missing, with their dependent indexes and constraints.
 */
final class DroppedFirst {

    private static final String COLUMN =
            "its data is lost, and computing it rewrites the table under ACCESS EXCLUSIVE; objects that use the"
                    + " column must be dropped first";
    private static final String KEY = "until it is recreated, duplicate rows and dangling references are possible";

    private final List<Correction> statements = new ArrayList<>();
    private Schema left;

    /**
     * Drops them.
     *
     * @param live what counts of the database
     * @param expected the snapshot
     * @param hints how to get there
     * @param anew what has to be made anew in any case
     */
    DroppedFirst(Schema live, Schema expected, Hints hints, Collection<ObjectPath> anew) {
        this.left = live;
        anew.stream().sorted().forEach(at -> {
            if (at.kind() == Kind.COLUMN) {
                column(at);
            } else if (at.kind() == Kind.CONSTRAINT) {
                live.table(at.owner())
                        .filter(table -> table.partitioning().isPresent())
                        .flatMap(Table::primaryKey)
                        .filter(key -> key.name().equals(at.member()))
                        .ifPresent(key -> key(at, key));
            }
        });
        Gate.beyondPlans(SchemaDiff.between(left, expected), new PlanContext(left, expected, hints)).stream()
                .filter(finding -> finding.attribute().equals("generated"))
                .forEach(finding -> column(finding.at()));
    }

    /** The statements that drop them. */
    List<Correction> statements() {
        return statements;
    }

    /** What counts of the database when they are gone. */
    Schema left() {
        return left;
    }

    private void column(ObjectPath at) {
        statements.add(new Correction(at, ColumnSql.drop(at.owner(), at.member()), COLUMN));
        Schema now = left;
        left = now.withTables(now.tables().stream()
                .map(table -> table.name().equals(at.owner()) ? without(now, table, at.member()) : table)
                .toList());
    }

    /** A key goes after the references that rest on it. */
    private void key(ObjectPath at, Constraint.PrimaryKey key) {
        List<ObjectPath> gone = new ArrayList<>();
        for (Table table : left.tables()) {
            table.constraints(Constraint.ForeignKey.class)
                    .filter(reference -> reference.target().equals(at.owner())
                            && new HashSet<>(reference.targetColumns()).equals(new HashSet<>(key.columns())))
                    .forEach(reference -> gone.add(ObjectPath.constraint(table.name(), reference.name())));
        }
        gone.add(at);
        gone.forEach(
                each -> statements.add(new Correction(each, ConstraintSql.drop(each.owner(), each.member()), KEY)));
        left = left.withTables(left.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                        .filter(each -> !gone.contains(ObjectPath.constraint(table.name(), each.name())))
                        .toList()))
                .toList());
    }

    /** The table without one of its columns, and what goes with that. */
    static Table without(Schema schema, Table table, String column) {
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
