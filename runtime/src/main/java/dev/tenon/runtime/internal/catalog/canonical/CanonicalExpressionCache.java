package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
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

/** What a server has printed so far, so that each {@linkplain ExpressionKey phrase} is shown to it once. */
final class CanonicalExpressionCache {

    private final Set<ExpressionKey> asked = new HashSet<>();
    private final Map<ExpressionKey, ColumnDefault> values = new HashMap<>();
    private final Map<ExpressionKey, Constraint> constraints = new HashMap<>();
    private final Map<ExpressionKey, Index> indexes = new HashMap<>();
    private final Map<ExpressionKey, Policy> policies = new HashMap<>();

    /** Takes what nobody has asked for yet, if there is anything, and notes that it is. */
    Optional<Table> ask(Table table, ExpressionKeys own) {
        return ExpressionSubset.hasAny(
                        table, new Choice(own, phrase -> phrase.isEmpty() || !asked.contains(phrase.get())))
                ? Optional.of(ExpressionSubset.of(
                        table, new Choice(own, phrase -> phrase.isEmpty() || asked.add(phrase.get()))))
                : Optional.empty();
    }

    /** Takes what somebody else has asked for, without an answer that holds for this table, if there is anything. */
    Optional<Table> unanswered(Table table, Optional<Table> itself, ExpressionKeys own) {
        Choice unknown = new Choice(own, phrase -> phrase.isPresent() && !isKnown(phrase.get()));
        if (!ExpressionSubset.hasAny(table, unknown)) {
            return Optional.empty();
        }
        Table others = itself.map(asking -> ExpressionSubset.of(table, new Missing(asking)))
                .orElse(table);
        return Optional.of(ExpressionSubset.of(others, unknown)).filter(rest -> !ExpressionSubset.isBare(rest));
    }

    private boolean isKnown(ExpressionKey phrase) {
        return values.containsKey(phrase)
                || constraints.containsKey(phrase)
                || indexes.containsKey(phrase)
                || policies.containsKey(phrase);
    }

    /** Learns what the server printed, unless it holds for that table only. */
    void learn(Table sample, Table printed) {
        ExpressionKeys own = new ExpressionKeys(sample);
        for (Column column : sample.columns()) {
            learn(own, own.of(column), printed.column(column.name()).flatMap(Column::defaultValue), values);
        }
        for (Constraint constraint : sample.constraints()) {
            learn(
                    own,
                    own.of(constraint),
                    find(printed.constraints(), constraint).map(other -> other.withName(ExpressionKey.NAMELESS)),
                    constraints);
        }
        for (Index index : sample.indexes()) {
            learn(
                    own,
                    own.of(index),
                    find(printed.indexes(), index).map(other -> other.withName(ExpressionKey.NAMELESS)),
                    indexes);
        }
        for (Policy policy : sample.policies()) {
            learn(
                    own,
                    own.of(policy),
                    find(printed.policies(), policy).map(other -> other.withName(ExpressionKey.NAMELESS)),
                    policies);
        }
    }

    private static <T extends Keyed<String>> Optional<T> find(List<T> printed, T shown) {
        return KeyedLookup.find(printed, shown.name());
    }

    private static <T> void learn(
            ExpressionKeys own, Optional<ExpressionKey> phrase, Optional<T> printed, Map<ExpressionKey, T> known) {
        if (phrase.isPresent() && printed.isPresent() && !own.areOnlyOf(printed.get())) {
            known.put(phrase.get(), printed.get());
        }
    }

    /** The table in the server's canonical form, as far as they are known. */
    Table canonicalized(Table table, ExpressionKeys own) {
        return table.withMembers(
                table.columns().stream()
                        .map(column -> known(own.of(column), values)
                                .map(value -> column.withDefault(Optional.of(value)))
                                .orElse(column))
                        .toList(),
                table.constraints().stream()
                        .map(constraint -> known(own.of(constraint), constraints)
                                .map(other -> CanonicalExpressions.constraint(constraint, other))
                                .orElse(constraint))
                        .toList(),
                table.indexes().stream()
                        .map(index -> known(own.of(index), indexes)
                                .map(other -> CanonicalExpressions.index(index, other))
                                .orElse(index))
                        .toList(),
                table.policies().stream()
                        .map(policy -> known(own.of(policy), policies)
                                .map(other -> CanonicalExpressions.policy(policy, other))
                                .orElse(policy))
                        .toList());
    }

    private static <T> Optional<T> known(Optional<ExpressionKey> phrase, Map<ExpressionKey, T> known) {
        return phrase.flatMap(each -> Optional.ofNullable(known.get(each)));
    }

    /** Takes expressions by their phrases; how a table is divided is none that could hold for another. */
    private record Choice(ExpressionKeys own, Predicate<Optional<ExpressionKey>> wanted)
            implements ExpressionSubset.Choice {

        @Override
        public boolean includes(Column column) {
            return column.defaultValue().isPresent() && wanted.test(own.of(column));
        }

        @Override
        public boolean includes(Constraint constraint) {
            return wanted.test(own.of(constraint));
        }

        @Override
        public boolean includes(Index index) {
            return wanted.test(own.of(index));
        }

        @Override
        public boolean includes(Policy policy) {
            return wanted.test(own.of(policy));
        }

        @Override
        public boolean includes(Partitioning how) {
            return wanted.test(Optional.empty());
        }
    }

    /** Takes what an excerpt does not have. */
    private record Missing(Table excerpt) implements ExpressionSubset.Choice {

        @Override
        public boolean includes(Column column) {
            return excerpt.column(column.name()).flatMap(Column::defaultValue).isEmpty();
        }

        @Override
        public boolean includes(Constraint constraint) {
            return find(excerpt.constraints(), constraint).isEmpty();
        }

        @Override
        public boolean includes(Index index) {
            return find(excerpt.indexes(), index).isEmpty();
        }

        @Override
        public boolean includes(Policy policy) {
            return find(excerpt.policies(), policy).isEmpty();
        }

        @Override
        public boolean includes(Partitioning how) {
            return excerpt.partitioning().isEmpty();
        }
    }
}
