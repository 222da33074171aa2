package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits by which objects take the names of objects of other kinds. */
final class NameEdits {

    static final List<Edit> ALL = List.of(
            new Edit("reuse name across kinds", NameEdits::reuse),
            new Edit("reuse name across kinds", NameEdits::reuse),
            Edit.table("make constraint an index", NameEdits::index),
            Edit.table("make index a constraint", NameEdits::constraint));

    private NameEdits() {}

    /** An object that is dropped. */
    private record Dropped(QualifiedName name, Kind kind, Schema without) {}

    private enum Kind {
        TABLE,
        VIEW,
        SEQUENCE,
        INDEX,
        ENUM
    }

    private static void reuse(EditedSchema edited, RandomChoices random) {
        Kind from = random.of(List.of(Kind.values()));
        Kind to = random.of(List.of(Kind.values()));
        List<Dropped> candidates = dropped(edited.schema).stream()
                .filter(each -> each.kind() == from)
                .toList();
        if (from == to || candidates.isEmpty()) {
            return;
        }
        Dropped dropped = random.of(candidates);
        edited.set(dropped.without());
        edited.makeNew(Tokens.of(dropped.name().name()));
        create(edited, random, to, dropped.name());
    }

    private static List<Dropped> dropped(Schema schema) {
        List<Dropped> all = new ArrayList<>();
        schema.tables()
                .forEach(table -> all.add(new Dropped(
                        table.name(), Kind.TABLE, schema.withTables(Edit.without(schema.tables(), table)))));
        schema.views()
                .forEach(view -> all.add(
                        new Dropped(view.name(), Kind.VIEW, schema.withViews(Edit.without(schema.views(), view)))));
        schema.sequences()
                .forEach(sequence -> all.add(new Dropped(
                        sequence.name(),
                        Kind.SEQUENCE,
                        schema.withSequences(Edit.without(schema.sequences(), sequence)))));
        schema.enums()
                .forEach(type -> all.add(
                        new Dropped(type.name(), Kind.ENUM, schema.withEnums(Edit.without(schema.enums(), type)))));
        for (Table table : schema.tables()) {
            for (Index index : table.indexes()) {
                Table without = table.withIndexes(Edit.without(table.indexes(), index));
                all.add(new Dropped(
                        table.name().withName(index.name()),
                        Kind.INDEX,
                        schema.withTables(Edit.replaced(schema.tables(), table, was -> without))));
            }
        }
        return all;
    }

    private static void create(EditedSchema edited, RandomChoices random, Kind kind, QualifiedName name) {
        Schema schema = edited.schema;
        RandomTable names = edited.names(random);
        switch (kind) {
            case TABLE -> {
                List<Column> columns = List.of(
                        Column.of(names.name(), ColumnType.builtin("integer")),
                        Column.of(names.name(), ColumnType.builtin("text")).withNullable(true));
                edited.set(schema.withTables(Edit.plus(schema.tables(), Table.of(name, columns))));
            }
            case VIEW ->
                random.maybe(schema.tables()).ifPresent(table -> {
                    String column = random.of(table.columns()).name();
                    View view = View.of(name, List.of(column), ViewEdits.query(column, table.name()));
                    edited.set(schema.withViews(Edit.plus(schema.views(), view)));
                });
            case SEQUENCE -> edited.set(schema.withSequences(Edit.plus(schema.sequences(), Sequence.of(name))));
            case ENUM -> {
                EnumType type = new EnumType(name, List.of(edited.tokens.next()), Optional.empty());
                edited.set(schema.withEnums(Edit.plus(schema.enums(), type)));
            }
            case INDEX ->
                random.maybe(schema.tables().stream()
                                .filter(table -> table.name().schema().equals(name.schema()))
                                .toList())
                        .ifPresent(table -> {
                            Index index = names.index(edited.withKnownValues(table))
                                    .withName(name.name());
                            edited.replace(table, each -> each.withIndexes(Edit.plus(each.indexes(), index)));
                        });
        }
    }

    private static void index(EditedSchema edited, RandomChoices random, Table table) {
        random.maybe(table.constraints(Constraint.Unique.class)
                        .filter(unique -> unique.deferrability() == Deferrability.NOT_DEFERRABLE)
                        .toList())
                .ifPresent(unique -> {
                    Index index = Index.of(
                                    unique.name(),
                                    "btree",
                                    unique.columns().stream()
                                            .map(IndexKey::column)
                                            .toList())
                            .withUnique(true)
                            .withNullsNotDistinct(unique.nullsNotDistinct());
                    edited.replace(
                            table,
                            each -> each.withConstraints(Edit.without(each.constraints(), unique))
                                    .withIndexes(Edit.plus(each.indexes(), index)));
                });
    }

    private static void constraint(EditedSchema edited, RandomChoices random, Table table) {
        random.maybe(table.indexes().stream()
                        .filter(index -> index.unique() && index.where().isEmpty())
                        .filter(index -> index.keys().stream().allMatch(NameEdits::isPlain))
                        .toList())
                .ifPresent(index -> {
                    List<String> columns = index.keys().stream()
                            .flatMap(key -> key.column().stream())
                            .toList();
                    Constraint unique = new Constraint.Unique(
                            index.name(),
                            columns,
                            index.nullsNotDistinct(),
                            Deferrability.NOT_DEFERRABLE,
                            new ConstraintIndex(List.of(), Map.of()));
                    edited.replace(
                            table,
                            each -> RandomTable.with(
                                    each.withIndexes(Edit.without(each.indexes(), index)), unique));
                });
    }

    private static boolean isPlain(IndexKey key) {
        return key.column().isPresent()
                && key.equals(IndexKey.column(key.column().orElseThrow()));
    }
}
