package dev.tenon.schema;

import java.util.List;
import java.util.Optional;

/** Looks up elements by name. */
public final class KeyedLookup {

    private KeyedLookup() {}

    /** The item of that name, if the list has one. */
    public static <K extends Comparable<? super K>, T extends Keyed<K>> Optional<T> find(List<T> items, K name) {
        for (T item : items) {
            if (item.name().equals(name)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /**
     * The item of that name in a list sorted by name. A binary search, because each reference looks up its table in a
     * schema that may have thousands.
     */
    static <K extends Comparable<? super K>, T extends Keyed<K>> Optional<T> findSorted(List<T> items, K name) {
        int low = 0;
        int high = items.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = items.get(middle).name().compareTo(name);
            if (order == 0) {
                return Optional.of(items.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
