package dev.tenon.runtime.evolution;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The choices of one seed; the same seed gives the same choices. */
final class RandomChoices {

    private final Random random;

    RandomChoices(long seed) {
        // The first numbers of neighbouring seeds are similar.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns true once in that many calls, on average. */
    boolean oneIn(int times) {
        return below(times) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <T> Optional<T> maybe(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(of(choices));
    }
}
