package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one query found, by the table that it belongs to: the other half of the join in memory.
 *
 * @param <T> what belongs to a table
 */
final class TableMultimap<T> {

    private final Map<QualifiedName, List<T>> items = new HashMap<>();

    void add(QualifiedName table, T item) {
        items.computeIfAbsent(table, name -> new ArrayList<>()).add(item);
    }

    /** What belongs to the table, in the order of the query. */
    List<T> of(QualifiedName table) {
        return items.getOrDefault(table, List.of());
    }
}
