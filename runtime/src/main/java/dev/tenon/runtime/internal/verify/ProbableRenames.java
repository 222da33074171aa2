package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Column;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.TableChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds probable renames: an unexpected table, enum type or column that matches exactly one missing one. Renaming it
 * back keeps its rows; the correction carries a caution.
 */
final class ProbableRenames {

    private final Map<ObjectPath, String> formerly = new HashMap<>();
    private Schema live;

    private ProbableRenames(Schema live) {
        this.live = live;
    }

    /**
     * Finds the renames.
     *
     * @param found the complete live schema
     * @param live the part of the live schema that is compared
     * @param expected the snapshot
     */
    static ProbableRenames of(Schema found, Schema live, Schema expected) {
        ProbableRenames all = new ProbableRenames(live);
        pairs(found.tables(), expected.tables(), ProbableRenames::alike).forEach((missing, stranger) -> {
            all.formerly.put(ObjectPath.table(missing.name()), stranger.name().toString());
            all.live = all.live.withTables(with(all.live.tables(), stranger));
        });
        pairs(found.enums(), expected.enums(), ProbableRenames::alike).forEach((missing, stranger) -> {
            all.formerly.put(
                    ObjectPath.enumType(missing.name()), stranger.name().toString());
            all.live = all.live.withEnums(with(all.live.enums(), stranger));
        });
        for (Table right : expected.tables()) {
            live.table(right.name()).ifPresent(table -> all.column(table, right));
        }
        return all;
    }

    /** Returns the compared schema with the renamed objects, under their present names. */
    Schema live() {
        return live;
    }

    /** Returns the present name of each missing object. */
    MigrationHints hints() {
        return new MigrationHints(formerly, Map.of(), Map.of());
    }

    /** Returns the caution of a change. Every rename in the plan is only probable; other changes have none. */
    static Optional<String> caution(Change change) {
        boolean guessed = change instanceof TableChange.Rename
                || change instanceof EnumChange.Rename
                || change instanceof ColumnChange.Rename;
        return guessed ? Optional.of("probable rename of the missing object; check before running") : Optional.empty();
    }

    private void column(Table table, Table right) {
        List<Column> missing = without(right.columns(), table.columns());
        List<Column> strangers = without(table.columns(), right.columns());
        if (missing.size() == 1 && strangers.size() == 1 && alike(strangers.get(0), missing.get(0))) {
            formerly.put(
                    ObjectPath.column(right.name(), missing.get(0).name()),
                    strangers.get(0).name());
        }
    }

    private static <T extends Keyed<QualifiedName>> Map<T, T> pairs(
            List<T> found, List<T> expected, BiPredicate<T, T> alike) {
        List<T> strangers = without(found, expected);
        List<T> missing = without(expected, found);
        Map<T, T> pairs = new HashMap<>();
        for (T each : missing) {
            Optional<T> stranger = only(strangers.stream().filter(other -> alike.test(other, each)));
            stranger.filter(other -> only(missing.stream().filter(rival -> alike.test(other, rival)))
                            .isPresent())
                    .ifPresent(other -> pairs.put(each, other));
        }
        return pairs;
    }

    private static boolean alike(Table stranger, Table missing) {
        Function<Table, List<String>> columns =
                table -> table.columns().stream().map(Column::name).sorted().toList();
        return columns.apply(stranger).equals(columns.apply(missing))
                && stranger.partitioning().isPresent() == missing.partitioning().isPresent();
    }

    private static boolean alike(EnumType stranger, EnumType missing) {
        return stranger.labels().equals(missing.labels());
    }

    private static boolean alike(Column stranger, Column missing) {
        return stranger.type().equals(missing.type())
                && stranger.collation().equals(missing.collation())
                && stranger.generated() == missing.generated();
    }

    private static <K extends Comparable<? super K>, T extends Keyed<K>> List<T> without(
            List<T> items, List<T> others) {
        return items.stream()
                .filter(item -> KeyedLookup.find(others, item.name()).isEmpty())
                .toList();
    }

    private static <T> List<T> with(List<T> items, T item) {
        List<T> all = new ArrayList<>(items);
        if (!items.contains(item)) {
            all.add(item);
        }
        return all;
    }

    private static <T> Optional<T> only(Stream<T> items) {
        List<T> few = items.limit(2).toList();
        return few.size() == 1 ? Optional.of(few.get(0)) : Optional.empty();
    }
}
