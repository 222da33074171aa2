package dev.tenon.schema.internal.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the closest valid name for a misspelled one. */
public final class NameSuggestions {

    private NameSuggestions() {}

    /** The name that differs from the given one by the fewest letters, if these are few. */
    public static Optional<String> closest(String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(written, name) <= Math.max(1, written.length() / 3));
    }

    /** The number of letters to insert, remove or replace, case and underscores aside. */
    private static int distance(String written, String name) {
        String a = written.replace("_", "").toLowerCase(Locale.ROOT);
        String b = name.replace("_", "").toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
