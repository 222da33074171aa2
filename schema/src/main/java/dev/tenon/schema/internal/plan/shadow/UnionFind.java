package dev.tenon.schema.internal.plan.shadow;

import java.util.HashMap;
import java.util.Map;

/** Union-find; the smallest element represents its set. */
public final class UnionFind<T extends Comparable<T>> {

    private final Map<T, T> parents = new HashMap<>();

    /** Joins the sets of two elements. */
    public void join(T one, T other) {
        T first = find(one);
        T second = find(other);
        if (first.compareTo(second) < 0) {
            parents.put(second, first);
        } else if (first.compareTo(second) > 0) {
            parents.put(first, second);
        }
    }

    /** The representative of its set. */
    public T find(T one) {
        T found = one;
        while (parents.containsKey(found)) {
            found = parents.get(found);
        }
        return found;
    }
}
