package dev.tenon.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Normalizes the collections of model records: copied, without duplicates, and sorted if the order has no meaning. */
final class Normalization {

    private Normalization() {}

    /** A sorted copy. */
    static <K extends Comparable<? super K>, T extends Keyed<K>> List<T> sorted(String what, List<T> items) {
        return sorted(what, "", items);
    }

    /** A sorted copy of the members of an owner. */
    static <K extends Comparable<? super K>, T extends Keyed<K>> List<T> sorted(
            String what, Object owner, List<T> items) {
        if (ascends(items)) {
            return List.copyOf(items);
        }
        List<T> copy = new ArrayList<>(unique(what, owner, items));
        copy.sort(Comparator.comparing(Keyed::name));
        return List.copyOf(copy);
    }

    /** Whether the list is already normalized, as it is if a record is derived from another one. */
    private static <K extends Comparable<? super K>, T extends Keyed<K>> boolean ascends(List<T> items) {
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1).name().compareTo(items.get(i).name()) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** A copy of the members of an owner in the given order, for lists whose order has a meaning. */
    static <K extends Comparable<? super K>, T extends Keyed<K>> List<T> unique(
            String what, Object owner, List<T> items) {
        Set<K> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(item.name())) {
                throw new IllegalArgumentException("duplicate name among the " + what + owner + ": " + item.name());
            }
        }
        return List.copyOf(items);
    }

    /** A copy of a list that must not be empty. */
    static <T> List<T> nonEmpty(String what, List<T> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return List.copyOf(items);
    }

    /** A copy sorted by name. */
    static Map<String, String> sorted(Map<String, String> parameters) {
        return parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Returns the text; throws if it is null or blank. */
    static String text(String what, String value) {
        if (Objects.requireNonNull(value, what).isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return value;
    }
}
