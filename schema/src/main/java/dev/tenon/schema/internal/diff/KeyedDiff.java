package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Keyed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs the elements of two lists by key, for every kind of object: added, removed, and present in both.
 *
 * @param added the items only in the new list, in its order
 * @param removed the items only in the old list, in its order
 * @param kept the pairs of both, in the new list's order
 */
record KeyedDiff<T>(List<T> added, List<T> removed, List<Pair<T>> kept) {

    /**
     * One item before and after.
     *
     * @param before the old item
     * @param after the new item
     */
    record Pair<T>(T before, T after) {}

    /** Pairs two lists by name. */
    static <K extends Comparable<? super K>, T extends Keyed<K>> KeyedDiff<T> of(List<T> before, List<T> after) {
        if (alike(before, after)) {
            List<Pair<T>> pairs = new ArrayList<>(after.size());
            for (int i = 0; i < after.size(); i++) {
                pairs.add(new Pair<>(before.get(i), after.get(i)));
            }
            return new KeyedDiff<>(List.of(), List.of(), pairs);
        }
        Map<K, T> old = new LinkedHashMap<>();
        before.forEach(item -> old.put(item.name(), item));
        List<T> added = new ArrayList<>();
        List<Pair<T>> kept = new ArrayList<>();
        for (T item : after) {
            T former = old.remove(item.name());
            if (former == null) {
                added.add(item);
            } else {
                kept.add(new Pair<>(former, item));
            }
        }
        return new KeyedDiff<>(List.copyOf(added), List.copyOf(old.values()), List.copyOf(kept));
    }

    /** Whether both lists have the same names in the same order: the usual case, which needs no map. */
    private static <K extends Comparable<? super K>, T extends Keyed<K>> boolean alike(List<T> before, List<T> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < after.size(); i++) {
            if (!before.get(i).name().equals(after.get(i).name())) {
                return false;
            }
        }
        return true;
    }
}
