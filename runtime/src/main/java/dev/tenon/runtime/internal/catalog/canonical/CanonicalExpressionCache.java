package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Caches the server's canonical form of each {@linkplain ExpressionKey expression}, so that the server prints it only
 * once.
 */
final class CanonicalExpressionCache {

    private final Set<ExpressionKey> asked = new HashSet<>();
    private final Map<ExpressionKey, ColumnDefault> values = new HashMap<>();
    private final Map<ExpressionKey, Constraint> constraints = new HashMap<>();
    private final Map<ExpressionKey, Index> indexes = new HashMap<>();
    private final Map<ExpressionKey, Policy> policies = new HashMap<>();

    /**
     * Returns the expressions that no table has requested yet, and marks them as requested; empty if there are none.
     */
    Optional<Table> ask(Table table, ExpressionKeys own) {
        return ExpressionSubset.any(table, path -> own.of(path).map(asked::add).orElse(true));
    }

    /**
     * Returns the expressions that another table has requested but whose canonical form holds only for that table;
     * empty if there are none.
     */
    Optional<Table> unanswered(Table table, Optional<Table> itself, ExpressionKeys own) {
        Set<ObjectPath> asking =
                itself.map(ExpressionSubset::members).orElse(Map.of()).keySet();
        return ExpressionSubset.any(
                table,
                path -> !asking.contains(path)
                        && own.of(path).filter(key -> !isKnown(key)).isPresent());
    }

    private boolean isKnown(ExpressionKey key) {
        return Stream.of(values, constraints, indexes, policies).anyMatch(known -> known.containsKey(key));
    }

    /** Adds the server's canonical forms, unless they hold for that table only. */
    void learn(Table sample, Table printed) {
        ExpressionKeys own = new ExpressionKeys(sample);
        QualifiedName name = sample.name();
        for (Column column : printed.columns()) {
            learn(own, ObjectPath.column(name, column.name()), column.defaultValue(), values);
        }
        for (Constraint each : printed.constraints()) {
            Constraint nameless = each.withName(ExpressionKey.NAMELESS);
            learn(own, ObjectPath.constraint(name, each.name()), Optional.of(nameless), constraints);
        }
        for (Index each : printed.indexes()) {
            Index nameless = each.withName(ExpressionKey.NAMELESS);
            learn(own, ObjectPath.index(name, each.name()), Optional.of(nameless), indexes);
        }
        for (Policy each : printed.policies()) {
            Policy nameless = each.withName(ExpressionKey.NAMELESS);
            learn(own, ObjectPath.policy(name, each.name()), Optional.of(nameless), policies);
        }
    }

    private static <T> void learn(
            ExpressionKeys own, ObjectPath path, Optional<T> printed, Map<ExpressionKey, T> known) {
        printed.filter(each -> !own.areOnlyOf(each))
                .ifPresent(each -> own.of(path).ifPresent(key -> known.put(key, each)));
    }

    /** Returns the table with all cached canonical forms. */
    Table canonicalized(Table table, ExpressionKeys own) {
        QualifiedName name = table.name();
        return table.withMembers(
                each(
                        table.columns(),
                        values,
                        column -> own.of(ObjectPath.column(name, column)),
                        (column, value) -> column.withDefault(Optional.of(value))),
                each(
                        table.constraints(),
                        constraints,
                        constraint -> own.of(ObjectPath.constraint(name, constraint)),
                        CanonicalExpressions::constraint),
                each(
                        table.indexes(),
                        indexes,
                        index -> own.of(ObjectPath.index(name, index)),
                        CanonicalExpressions::index),
                each(
                        table.policies(),
                        policies,
                        policy -> own.of(ObjectPath.policy(name, policy)),
                        CanonicalExpressions::policy));
    }

    private static <T extends Keyed<String>, P> List<T> each(
            List<T> members,
            Map<ExpressionKey, P> known,
            Function<String, Optional<ExpressionKey>> keys,
            BiFunction<T, P, T> reworded) {
        return members.stream()
                .map(member -> keys.apply(member.name())
                        .flatMap(key -> Optional.ofNullable(known.get(key)))
                        .map(printed -> reworded.apply(member, printed))
                        .orElse(member))
                .toList();
    }
}
