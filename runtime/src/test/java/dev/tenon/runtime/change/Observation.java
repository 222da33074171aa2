package dev.tenon.runtime.change;

import dev.tenon.schema.internal.plan.statement.LockLevel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a server was seen doing while a migration ran on it.
 *
 * @param locks the strongest lock on each table, view and sequence that was there before, by the name that it had
 * @param contradictions where the server did more than a statement says
 */
record Observation(SortedMap<String, LockLevel> locks, List<String> contradictions) {

    /** What was seen on one server or another, at its strongest. */
    Observation and(Observation other) {
        SortedMap<String, LockLevel> both = new TreeMap<>(locks);
        other.locks.forEach((name, level) -> both.merge(name, level, Relations::stronger));
        return new Observation(both, List.of());
    }

    /** The locks in words. */
    @Override
    public String toString() {
        return locks.entrySet().stream()
                .map(lock -> lock.getValue() + " on " + lock.getKey())
                .collect(Collectors.joining(", "));
    }
}
