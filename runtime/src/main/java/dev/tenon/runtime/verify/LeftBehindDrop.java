package dev.tenon.runtime.verify;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.plan.Interim;
import dev.tenon.schema.sql.ColumnSql;
import dev.tenon.schema.sql.ConstraintSql;
import dev.tenon.schema.sql.EnumSql;
import dev.tenon.schema.sql.IndexSql;
import dev.tenon.schema.sql.ViewSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Drops the temporary objects of unfinished migrations before all other corrections, because the plan may create
 * objects of the same names.
 */
final class LeftBehindDrop {

    private final List<Correction> references = new ArrayList<>();
    private final List<Correction> members = new ArrayList<>();
    private final List<Correction> columns = new ArrayList<>();
    private final List<Correction> rest = new ArrayList<>();
    private Schema left;

    /**
     * Drops it.
     *
     * @param live what counts of the database
     * @param expected the snapshot
     */
    LeftBehindDrop(Schema live, Schema expected) {
        this.left = live;
        for (Table table : live.tables()) {
            expected.table(table.name()).ifPresent(right -> table(table, right));
        }
        LeftBehind behind = new LeftBehind(live, expected);
        List<View> views = behind.views(live.views());
        views.forEach(view -> rest.add(drop(ObjectPath.view(view.name()), ViewSql.drop(view))));
        List<EnumType> enums = behind.enums(live.enums());
        enums.forEach(type -> rest.add(drop(ObjectPath.enumType(type.name()), EnumSql.drop(type.name()))));
        left = left.withViews(without(left.views(), views)).withEnums(without(left.enums(), enums));
    }

    /** The statements that drop it: references first, then what stands on columns, the columns, and what these are of. */
    List<Correction> statements() {
        List<Correction> all = new ArrayList<>(references);
        all.addAll(members);
        all.addAll(columns);
        all.addAll(rest);
        return all;
    }

    /** What counts of the database when it is gone. */
    Schema left() {
        return left;
    }

    private void table(Table table, Table right) {
        QualifiedName name = table.name();
        Set<String> names = names(table, right);
        List<Constraint> constraints = LeftBehind.members(table.constraints(), right.constraints(), names);
        List<Index> indexes = LeftBehind.members(table.indexes(), right.indexes(), names);
        constraints.forEach(each -> (each instanceof Constraint.ForeignKey ? references : members)
                .add(drop(ObjectPath.constraint(name, each.name()), ConstraintSql.drop(name, each.name()))));
        indexes.forEach(each -> members.add(drop(
                ObjectPath.index(name, each.name()),
                table.partitioning().isPresent()
                        ? IndexSql.drop(name, each.name())
                        : IndexSql.dropConcurrently(name, each.name()))));
        replace(table.withConstraints(without(table.constraints(), constraints))
                .withIndexes(without(table.indexes(), indexes)));
        LeftBehind.members(table.columns(), right.columns(), LeftBehind.names(table.columns(), Interim::name))
                .forEach(column -> {
                    columns.add(drop(ObjectPath.column(name, column.name()), ColumnSql.drop(name, column.name())));
                    replace(DroppedFirst.without(left, left.table(name).orElseThrow(), column.name()));
                });
    }

    /** Those that indexes and constraints have meanwhile, of which one may stand in for the other. */
    private static Set<String> names(Table table, Table right) {
        Set<String> names = new HashSet<>();
        for (Table each : List.of(table, right)) {
            names.addAll(LeftBehind.names(each.constraints(), Interim::name));
            names.addAll(LeftBehind.names(each.indexes(), Interim::name));
            String own = table.name().name();
            names.addAll(LeftBehind.names(each.columns(), column -> Interim.notNull(own, column)));
            names.addAll(LeftBehind.names(each.columns(), column -> Interim.notNull(own, Interim.name(column))));
        }
        return names;
    }

    private void replace(Table table) {
        left = left.withTables(left.tables().stream()
                .map(each -> each.name().equals(table.name()) ? table : each)
                .toList());
    }

    private static Correction drop(ObjectPath at, String sql) {
        return new Correction(at, sql, LeftBehind.CAUTION);
    }

    private static <T> List<T> without(List<T> items, List<T> gone) {
        return items.stream().filter(item -> !gone.contains(item)).toList();
    }
}
