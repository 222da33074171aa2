package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.diff.rename.ColumnRename;
import dev.tenon.schema.internal.hazard.HazardCheck;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.sql.ColumnSql;
import dev.tenon.schema.internal.sql.ConstraintSql;
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
final class PrerequisiteDrops {

    private static final String COLUMN =
            "its data is lost, and computing it rewrites the table under ACCESS EXCLUSIVE; objects that use the"
                    + " column must be dropped first";
    private static final String KEY = "until it is recreated, duplicate rows and dangling references are possible";

    private final List<Correction> statements = new ArrayList<>();
    private Schema left;

    /**
     * Plans the statements.
     *
     * @param live the part of the live schema that is compared
     * @param expected the snapshot
     * @param hints the renames from the live to the expected schema
     * @param anew the objects that must be recreated
     */
    PrerequisiteDrops(Schema live, Schema expected, MigrationHints hints, Collection<ObjectPath> anew) {
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
        HazardCheck.unplannable(SchemaDiff.between(left, expected), new PlanContext(left, expected, hints)).stream()
                .filter(finding -> finding.attribute().equals("generated"))
                .forEach(finding -> column(finding.at()));
    }

    /** Returns the DROP statements. */
    List<Correction> statements() {
        return statements;
    }

    /** Returns the compared schema without the dropped objects. */
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

    /** Drops a primary key after the foreign keys that reference its columns. */
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

    /** Returns the table without a column and without the indexes and constraints that use the column. */
    static Table without(Schema schema, Table table, String column) {
        return table.withColumns(table.columns().stream()
                        .filter(each -> !each.name().equals(column))
                        .toList())
                .withIndexes(left(schema, table, column, Table::indexes))
                .withConstraints(left(schema, table, column, Table::constraints));
    }

    private static <T extends Keyed<String>> List<T> left(
            Schema schema, Table table, String column, Function<Table, List<T>> members) {
        return members.apply(table).stream()
                .filter(each -> {
                    Function<Table, Optional<T>> same = other -> KeyedLookup.find(members.apply(other), each.name());
                    return !ColumnRename.isIn(schema, table.name(), column, same);
                })
                .toList();
    }
}
