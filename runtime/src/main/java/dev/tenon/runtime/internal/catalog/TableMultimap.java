package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the rows of one query by the table to which they belong, so that they can be joined in memory.
 *
 * @param <T> the element type
 */
final class TableMultimap<T> {

    private final Map<QualifiedName, List<T>> items = new HashMap<>();

    void add(QualifiedName table, T item) {
        items.computeIfAbsent(table, name -> new ArrayList<>()).add(item);
    }

    /** Returns the elements of the table, in the order of the query. */
    List<T> of(QualifiedName table) {
        return items.getOrDefault(table, List.of());
    }
}
