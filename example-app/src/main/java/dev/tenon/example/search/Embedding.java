package dev.tenon.example.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Vectors of unit length for texts. Instead of a language model, it counts words, each at the index of its hash: texts
 * with common words are near each other, which suffices for an example.
 *
 * @see DocumentChunk#embed(float[])
 */
public final class Embedding {

    static final int DIMENSIONS = 1536;

    private Embedding() {}

    /** Returns the vector of a text; it is deterministic. */
    public static float[] of(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            if (word.length() > 2) {
                vector[Math.floorMod(word.hashCode(), DIMENSIONS)]++;
            }
        }
        return normalized(vector);
    }

    /** Returns the vector in pgvector's text format. */
    public static String literal(float[] vector) {
        return IntStream.range(0, vector.length)
                .mapToObj(i -> Float.toString(vector[i]))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static float[] normalized(float[] vector) {
        double length = Math.sqrt(IntStream.range(0, vector.length)
                .mapToDouble(i -> vector[i] * vector[i])
                .sum());
        float[] unit = Arrays.copyOf(vector, vector.length);
        for (int i = 0; length > 0 && i < unit.length; i++) {
            unit[i] /= (float) length;
        }
        return unit;
    }
}
