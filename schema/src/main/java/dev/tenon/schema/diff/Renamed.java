package dev.tenon.schema.diff;

import dev.tenon.schema.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds, among what is new and what is gone, the items that are the same but for their name.
 *
 * @param added what is really new
 * @param removed what is really gone
 * @param pairs what has only another name
 */
record Renamed<T>(List<T> added, List<T> removed, List<KeyedDiff.Pair<T>> pairs) {

    static <T extends Named<String>> Renamed<T> among(KeyedDiff<T> diff, BiFunction<T, String, T> withName) {
        List<T> added = new ArrayList<>();
        List<T> removed = new ArrayList<>(diff.removed());
        List<KeyedDiff.Pair<T>> pairs = new ArrayList<>();
        for (T item : diff.added()) {
            Optional<T> same = removed.stream()
                    .filter(old -> withName.apply(old, item.name()).equals(item))
                    .findFirst();
            same.ifPresentOrElse(
                    old -> {
                        removed.remove(old);
                        pairs.add(new KeyedDiff.Pair<>(old, item));
                    },
                    () -> added.add(item));
        }
        return new Renamed<>(List.copyOf(added), List.copyOf(removed), List.copyOf(pairs));
    }
}
