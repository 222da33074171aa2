package dev.tenon.runtime.isolation;

import java.util.List;

/**
 * Candidate values of one type for generated rows, as SQL text without the cast.
 *
 * @param unique values that no other row has, the likeliest first; empty for types with few values
 * @param usual values of every kind that a check constraint may ask for, the likeliest first
 */
record Candidates(List<String> unique, List<String> usual) {

    static Candidates usual(String... values) {
        return new Candidates(List.of(), List.of(values));
    }

    static Candidates of(String unique, String... usual) {
        return new Candidates(List.of(unique), List.of(usual));
    }
}
