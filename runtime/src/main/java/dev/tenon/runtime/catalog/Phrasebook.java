package dev.tenon.runtime.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Named;
import dev.tenon.schema.Names;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a server has printed so far, so that each {@linkplain Phrase phrase} is shown to it once. */
final class Phrasebook {

    private final Set<Phrase> asked = new HashSet<>();
    private final Map<Phrase, ColumnDefault> values = new HashMap<>();
    private final Map<Phrase, Constraint> constraints = new HashMap<>();
    private final Map<Phrase, Index> indexes = new HashMap<>();
    private final Map<Phrase, Policy> policies = new HashMap<>();

    /** Takes what nobody has asked for yet, and notes that it is. */
    Table ask(Table table) {
        return Excerpt.of(table, new Choice(table, phrase -> phrase.isEmpty() || asked.add(phrase.get())));
    }

    /** Takes what somebody else has asked for, without an answer that holds for this table. */
    Table unanswered(Table table, Table itself) {
        Table others = Excerpt.of(table, new Missing(itself));
        return Excerpt.of(others, new Choice(table, phrase -> phrase.isPresent() && !isKnown(phrase.get())));
    }

    private boolean isKnown(Phrase phrase) {
        return values.containsKey(phrase)
                || constraints.containsKey(phrase)
                || indexes.containsKey(phrase)
                || policies.containsKey(phrase);
    }

    /** Learns what the server printed, unless it holds for that table only. */
    void learn(Table sample, Table printed) {
        for (Column column : sample.columns()) {
            learn(
                    sample,
                    Phrase.of(sample, column),
                    printed.column(column.name()).flatMap(Column::defaultValue),
                    values);
        }
        for (Constraint constraint : sample.constraints()) {
            learn(
                    sample,
                    Phrase.of(sample, constraint),
                    find(printed.constraints(), constraint).map(other -> other.withName(Phrase.NAMELESS)),
                    constraints);
        }
        for (Index index : sample.indexes()) {
            learn(
                    sample,
                    Phrase.of(sample, index),
                    find(printed.indexes(), index).map(other -> other.withName(Phrase.NAMELESS)),
                    indexes);
        }
        for (Policy policy : sample.policies()) {
            learn(
                    sample,
                    Phrase.of(sample, policy),
                    find(printed.policies(), policy).map(other -> other.withName(Phrase.NAMELESS)),
                    policies);
        }
    }

    private static <T extends Named<String>> Optional<T> find(List<T> printed, T shown) {
        return Names.find(printed, shown.name());
    }

    private static <T> void learn(Table sample, Optional<Phrase> phrase, Optional<T> printed, Map<Phrase, T> known) {
        if (phrase.isPresent() && printed.isPresent() && !Phrase.isAbout(sample, printed.get())) {
            known.put(phrase.get(), printed.get());
        }
    }

    /** The table in the server's words, as far as they are known. */
    Table reworded(Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> known(Phrase.of(table, column), values)
                        .map(value -> column.withDefault(Optional.of(value)))
                        .orElse(column))
                .toList();
        return table.withColumns(columns)
                .withConstraints(table.constraints().stream()
                        .map(constraint -> known(Phrase.of(table, constraint), constraints)
                                .map(other -> Reworded.constraint(constraint, other))
                                .orElse(constraint))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> known(Phrase.of(table, index), indexes)
                                .map(other -> Reworded.index(index, other))
                                .orElse(index))
                        .toList())
                .withRowSecurity(
                        table.rowSecurity(),
                        table.policies().stream()
                                .map(policy -> known(Phrase.of(table, policy), policies)
                                        .map(other -> Reworded.policy(policy, other))
                                        .orElse(policy))
                                .toList());
    }

    private static <T> Optional<T> known(Optional<Phrase> phrase, Map<Phrase, T> known) {
        return phrase.flatMap(each -> Optional.ofNullable(known.get(each)));
    }

    /** Takes expressions by their phrases; how a table is divided is none that could hold for another. */
    private record Choice(Table table, Predicate<Optional<Phrase>> wanted) implements Excerpt.Choice {

        @Override
        public boolean takes(Column column) {
            return column.defaultValue().isPresent() && wanted.test(Phrase.of(table, column));
        }

        @Override
        public boolean takes(Constraint constraint) {
            return wanted.test(Phrase.of(table, constraint));
        }

        @Override
        public boolean takes(Index index) {
            return wanted.test(Phrase.of(table, index));
        }

        @Override
        public boolean takes(Policy policy) {
            return wanted.test(Phrase.of(table, policy));
        }

        @Override
        public boolean takes(Partitioning how) {
            return wanted.test(Optional.empty());
        }
    }

    /** Takes what an excerpt does not have. */
    private record Missing(Table excerpt) implements Excerpt.Choice {

        @Override
        public boolean takes(Column column) {
            return excerpt.column(column.name()).flatMap(Column::defaultValue).isEmpty();
        }

        @Override
        public boolean takes(Constraint constraint) {
            return find(excerpt.constraints(), constraint).isEmpty();
        }

        @Override
        public boolean takes(Index index) {
            return find(excerpt.indexes(), index).isEmpty();
        }

        @Override
        public boolean takes(Policy policy) {
            return find(excerpt.policies(), policy).isEmpty();
        }

        @Override
        public boolean takes(Partitioning how) {
            return excerpt.partitioning().isEmpty();
        }
    }
}
