package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Keyed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * Pairs added and removed elements that differ only in their name.
 *
 * @param added the remaining added elements
 * @param removed the remaining removed elements
 * @param pairs the renamed elements
 */
record RenameDetector<T>(List<T> added, List<T> removed, List<KeyedDiff.Pair<T>> pairs) {

    /** Pairs items that differ only in their name. */
    static <T extends Keyed<String>> RenameDetector<T> among(KeyedDiff<T> diff, BiFunction<T, String, T> withName) {
        return pairing(diff, (old, item) -> withName.apply(old, item.name()).equals(item));
    }

    /** Pairs items for which the condition on the old and the new item holds. */
    static <T extends Keyed<String>> RenameDetector<T> pairing(KeyedDiff<T> diff, BiPredicate<T, T> isSame) {
        List<T> added = new ArrayList<>();
        List<T> removed = new ArrayList<>(diff.removed());
        List<KeyedDiff.Pair<T>> pairs = new ArrayList<>();
        for (T item : diff.added()) {
            Optional<T> same =
                    removed.stream().filter(old -> isSame.test(old, item)).findFirst();
            same.ifPresentOrElse(
                    old -> {
                        removed.remove(old);
                        pairs.add(new KeyedDiff.Pair<>(old, item));
                    },
                    () -> added.add(item));
        }
        return new RenameDetector<>(List.copyOf(added), List.copyOf(removed), List.copyOf(pairs));
    }
}
