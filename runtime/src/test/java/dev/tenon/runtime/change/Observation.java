package dev.tenon.runtime.change;

import dev.tenon.schema.internal.plan.statement.LockLevel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The observed effects of a migration on a server.
 *
 * @param locks the strongest lock on each table, view and sequence that existed before, by its old name
 * @param contradictions the statements that did more than their comment states
 */
record Observation(SortedMap<String, LockLevel> locks, List<String> contradictions) {

    /** Combines two observations; the stronger lock counts. */
    Observation and(Observation other) {
        SortedMap<String, LockLevel> both = new TreeMap<>(locks);
        other.locks.forEach((name, level) -> both.merge(name, level, Relations::stronger));
        return new Observation(both, List.of());
    }

    /** Returns the locks as text. */
    @Override
    public String toString() {
        return locks.entrySet().stream()
                .map(lock -> lock.getValue() + " on " + lock.getKey())
                .collect(Collectors.joining(", "));
    }
}
