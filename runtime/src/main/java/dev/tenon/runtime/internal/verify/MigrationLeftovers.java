package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.object.ExecutableObject;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.plan.statement.LastTriggerName;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Finds temporary objects of unfinished migrations: their names are derived from the names of the snapshot's
 * objects, and the snapshot does not contain them.
 */
final class MigrationLeftovers {

    /** The caution of a statement that drops a leftover. */
    static final String CAUTION = "left behind by an unfinished migration";

    private final Schema live;
    private final Schema expected;
    private final Set<QualifiedName> liveSequences;
    private final Set<QualifiedName> liveTypes;
    private final Set<QualifiedName> functions = new HashSet<>();
    private final Set<QualifiedName> triggers = new HashSet<>();
    private final Set<QualifiedName> sequences = new HashSet<>();
    private final Set<QualifiedName> types = new HashSet<>();

    /**
     * Finds the sequences and types. Only names of live objects are kept: each column of thousands of tables has several
     * temporary names.
     *
     * @param live the live schema, because its columns can have names that the snapshot does not contain
     * @param expected the snapshot
     */
    MigrationLeftovers(Schema live, Schema expected) {
        this.live = live;
        this.expected = expected;
        this.liveSequences = live.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
        this.liveTypes = live.enums().stream().map(EnumType::name).collect(Collectors.toSet());
        expected.sequences().forEach(each -> sequence(each.name()));
        expected.enums().forEach(each -> type(each.name()));
        eachColumn((table, column) -> {
            String numbers = table.name() + "_" + column.name();
            sequence(table.withName(numbers));
            sequence(table.withName(DefaultNames.fit(numbers + "_seq")));
            keep(
                    sequences,
                    liveSequences,
                    table.withName(DefaultNames.fit(table.name() + "_" + TemporaryNames.name(column.name()) + "_seq")));
            type(column.type());
        });
    }

    private void eachColumn(BiConsumer<QualifiedName, Column> reader) {
        for (Table table : expected.tables()) {
            table.columns().forEach(column -> reader.accept(table.name(), column));
            live.table(table.name())
                    .ifPresent(found -> found.columns().forEach(column -> reader.accept(table.name(), column)));
        }
    }

    private static void keep(Set<QualifiedName> names, Set<QualifiedName> among, QualifiedName name) {
        if (among.contains(name)) {
            names.add(name);
        }
    }

    /** Finds the names of triggers and their functions when the first one is asked for; most databases have none. */
    private void readExecutables() {
        if (functions.isEmpty()) {
            eachColumn((table, column) -> {
                functions.add(TemporaryNames.function(table, column.name()));
                trigger(table, TemporaryNames.insertTrigger(table, column.name()));
                trigger(table, TemporaryNames.updateTrigger(table, column.name()));
            });
        }
    }

    private void trigger(QualifiedName table, String name) {
        triggers.add(table.withName(trigger(table.name(), name)));
    }

    private void sequence(QualifiedName name) {
        keep(sequences, liveSequences, name.withName(TemporaryNames.name(name.name())));
        keep(sequences, liveSequences, name.withName(TemporaryNames.former(name.name())));
    }

    /**
     * Adds the temporary names of a column's type, also for a live column whose type has another name than in the
     * snapshot: the type may be renamed already.
     */
    private void type(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            type(array.element());
        } else if (type instanceof ColumnType.UserDefined named) {
            type(named.name());
        }
    }

    private void type(QualifiedName name) {
        keep(types, liveTypes, name.withName(TemporaryNames.name(name.name())));
        keep(types, liveTypes, name.withName(TemporaryNames.former(name.name())));
    }

    /** Whether the trigger or trigger function synchronizes a column with its shadow column. */
    boolean has(ExecutableObject stranger) {
        readExecutables();
        return switch (stranger.kind()) {
            case TRIGGER ->
                stranger.on()
                        .filter(on -> LastTriggerName.without(stranger.name().name()).stream()
                                .anyMatch(name -> triggers.contains(on.withName(trigger(on.name(), name)))))
                        .isPresent();
            case TRIGGER_FUNCTION -> functions.contains(stranger.name());
            default -> false;
        };
    }

    private static String trigger(String table, String trigger) {
        return table + '\0' + trigger;
    }

    /** Returns the enum types that replace a type of the snapshot, or that such a type replaced. */
    List<EnumType> enums(List<EnumType> live) {
        return among(live, expected.enums(), types);
    }

    /** Returns the sequences that replace a sequence of the snapshot, or that such a sequence replaced. */
    List<Sequence> sequences(List<Sequence> live) {
        return among(live, expected.sequences(), sequences);
    }

    /** Returns the views that replace a view of the snapshot. */
    List<View> views(List<View> live) {
        Set<QualifiedName> names = new HashSet<>();
        for (View each : expected.views()) {
            names.add(each.name().withName(TemporaryNames.name(each.name().name())));
        }
        return among(live, expected.views(), names);
    }

    /** Returns the members of a table that have one of the temporary names and are not in the snapshot. */
    static <T extends Keyed<String>> List<T> members(List<T> live, List<T> right, Set<String> names) {
        return among(live, right, names);
    }

    /** Returns the temporary names of the members. */
    static Set<String> names(List<? extends Keyed<String>> items, UnaryOperator<String> interim) {
        Set<String> names = new HashSet<>();
        items.forEach(each -> names.add(interim.apply(each.name())));
        return names;
    }

    private static <K extends Comparable<? super K>, T extends Keyed<K>> List<T> among(
            List<T> live, List<T> right, Set<K> names) {
        return live.stream()
                .filter(each -> names.contains(each.name())
                        && KeyedLookup.find(right, each.name()).isEmpty())
                .toList();
    }
}
