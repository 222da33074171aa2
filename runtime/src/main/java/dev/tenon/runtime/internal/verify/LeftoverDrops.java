package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.ColumnSql;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.EnumSql;
import dev.tenon.schema.internal.sql.IndexSql;
import dev.tenon.schema.internal.sql.SequenceSql;
import dev.tenon.schema.internal.sql.ViewSql;
import dev.tenon.schema.internal.sql.parse.SequenceReferences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Drops the temporary objects of unfinished migrations before all other corrections, because the plan may create
 * objects of the same names.
 */
final class LeftoverDrops {

    private final DependentViews readers;
    private final List<Correction> references = new ArrayList<>();
    private final List<Correction> members = new ArrayList<>();
    private final List<Correction> columns = new ArrayList<>();
    private final List<Correction> rest = new ArrayList<>();
    private Schema left;

    /**
     * Collects the statements.
     *
     * @param found the complete live schema
     * @param live the part of the live schema that is compared
     * @param expected the snapshot
     */
    LeftoverDrops(Schema found, Schema live, Schema expected) {
        this.left = live;
        this.readers = new DependentViews(found, live, expected);
        for (Table table : live.tables()) {
            expected.table(table.name()).ifPresent(right -> table(table, right));
        }
        MigrationLeftovers behind = new MigrationLeftovers(live, expected);
        List<View> views = behind.views(live.views());
        views.forEach(view -> rest.add(drop(ObjectPath.view(view.name()), ViewSql.drop(view))));
        left = readers.without(left.withViews(without(left.views(), views)));
        sequences(behind.sequences(live.sequences()));
        enums(behind.enums(live.enums()));
    }

    /**
     * Drops the sequences. A sequence that its dropped column owns needs no statement. A sequence that a remaining
     * default uses is left to the plan.
     */
    private void sequences(List<Sequence> behind) {
        for (Sequence sequence : behind) {
            boolean gone = sequence.owner()
                    .flatMap(owner -> left.table(owner.table())
                            .filter(table -> KeyedLookup.find(table.columns(), owner.column())
                                    .isEmpty()))
                    .isPresent();
            if (gone || columns().noneMatch(column -> counts(column, sequence.name()))) {
                if (!gone) {
                    rest.add(drop(ObjectPath.sequence(sequence.name()), SequenceSql.drop(sequence.name())));
                }
                left = left.withSequences(without(left.sequences(), List.of(sequence)));
            }
        }
    }

    private static boolean counts(Column column, QualifiedName sequence) {
        return column.defaultValue()
                .filter(value -> value instanceof ColumnDefault.Expression expression
                        && SequenceReferences.sequences(expression.sql()).contains(sequence))
                .isPresent();
    }

    /**
     * Drops the enum types. A type that a remaining column uses is left to the plan, which changes the column first.
     */
    private void enums(List<EnumType> behind) {
        for (EnumType type : behind) {
            if (columns().noneMatch(column -> isOf(column.type(), type.name()))) {
                rest.add(drop(ObjectPath.enumType(type.name()), EnumSql.drop(type.name())));
                left = left.withEnums(without(left.enums(), List.of(type)));
            }
        }
    }

    private Stream<Column> columns() {
        return left.tables().stream().flatMap(table -> table.columns().stream());
    }

    private static boolean isOf(ColumnType type, QualifiedName name) {
        if (type instanceof ColumnType.Array array) {
            return isOf(array.element(), name);
        }
        return type instanceof ColumnType.UserDefined named && named.name().equals(name);
    }

    /**
     * Returns the statements in order: foreign keys, then other constraints and indexes, then views that read the
     * columns, then the columns, then views, sequences and types.
     */
    List<Correction> statements() {
        List<Correction> all = new ArrayList<>(references);
        all.addAll(members);
        all.addAll(readers.statements());
        all.addAll(columns);
        all.addAll(rest);
        return all;
    }

    /** Returns the compared schema without the dropped objects. */
    Schema left() {
        return left;
    }

    private void table(Table table, Table right) {
        QualifiedName name = table.name();
        Set<String> names = names(table, right);
        List<Constraint> constraints = MigrationLeftovers.members(table.constraints(), right.constraints(), names);
        List<Index> indexes = MigrationLeftovers.members(table.indexes(), right.indexes(), names);
        constraints.forEach(each -> (each instanceof Constraint.ForeignKey ? references : members)
                .add(drop(ObjectPath.constraint(name, each.name()), ConstraintSql.drop(name, each.name()))));
        indexes.forEach(each -> members.add(drop(
                ObjectPath.index(name, each.name()),
                table.partitioning().isPresent()
                        ? IndexSql.drop(name, each.name())
                        : IndexSql.dropConcurrently(name, each.name()))));
        replace(table.withConstraints(without(table.constraints(), constraints))
                .withIndexes(without(table.indexes(), indexes)));
        MigrationLeftovers.members(
                        table.columns(),
                        right.columns(),
                        MigrationLeftovers.names(table.columns(), TemporaryNames::name))
                .forEach(column -> {
                    ObjectPath at = ObjectPath.column(name, column.name());
                    String reader = readers.drop(at);
                    columns.add(new Correction(
                            at,
                            ColumnSql.drop(name, column.name()),
                            reader.isEmpty()
                                    ? MigrationLeftovers.CAUTION
                                    : MigrationLeftovers.CAUTION + "; " + reader));
                    replace(PrerequisiteDrops.without(left, left.table(name).orElseThrow(), column.name()));
                });
    }

    /**
     * Returns the temporary names of indexes and constraints. A temporary constraint can replace an index and the
     * reverse, so both kinds share one set.
     */
    private static Set<String> names(Table table, Table right) {
        Set<String> names = new HashSet<>();
        for (Table each : List.of(table, right)) {
            names.addAll(MigrationLeftovers.names(each.constraints(), TemporaryNames::name));
            names.addAll(MigrationLeftovers.names(each.indexes(), TemporaryNames::name));
            String own = table.name().name();
            names.addAll(MigrationLeftovers.names(each.columns(), column -> TemporaryNames.notNull(own, column)));
            names.addAll(MigrationLeftovers.names(
                    each.columns(), column -> TemporaryNames.notNull(own, TemporaryNames.name(column))));
        }
        return names;
    }

    private void replace(Table table) {
        left = left.withTables(left.tables().stream()
                .map(each -> each.name().equals(table.name()) ? table : each)
                .toList());
    }

    private static Correction drop(ObjectPath at, String sql) {
        return new Correction(at, sql, MigrationLeftovers.CAUTION);
    }

    private static <T> List<T> without(List<T> items, List<T> gone) {
        return items.stream().filter(item -> !gone.contains(item)).toList();
    }
}
