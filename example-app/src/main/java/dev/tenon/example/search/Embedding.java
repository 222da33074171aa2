package dev.tenon.example.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Vectors of unit length for texts. In the place of a model that knows what words mean, it counts them, each at an index
 * that its hash gives: texts that share words are near each other, which is all that an example needs.
 *
 * @see DocumentChunk#embed(float[])
 */
public final class Embedding {

    static final int DIMENSIONS = 1536;

    private Embedding() {}

    /** The vector of a text, the same for the same words everywhere. */
    public static float[] of(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            if (word.length() > 2) {
                vector[Math.floorMod(word.hashCode(), DIMENSIONS)]++;
            }
        }
        return normalized(vector);
    }

    /** The vector as pgvector reads it. */
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
