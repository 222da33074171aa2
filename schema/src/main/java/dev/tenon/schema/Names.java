package dev.tenon.schema;

import java.util.List;
import java.util.Optional;

/** Looks things up by their name. */
public final class Names {

    private Names() {}

    /** The item of that name, if the list has one. */
    public static <K extends Comparable<? super K>, T extends Named<K>> Optional<T> find(List<T> items, K name) {
        for (T item : items) {
            if (item.name().equals(name)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
