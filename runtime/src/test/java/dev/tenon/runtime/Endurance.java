package dev.tenon.runtime;

import java.util.List;

/** Whether tests take all the time that they could use, {@code -Dtenon.endurance=true}, and what a build takes otherwise. */
public final class Endurance {

    /** Whether it was asked for. */
    public static final boolean ASKED = Boolean.getBoolean("tenon.endurance");

    private Endurance() {}

    /** Returns all items in an endurance run, and otherwise one, of which each has its turn. */
    public static <T> List<T> allOrOne(List<T> items, int turn) {
        return ASKED ? items : List.of(items.get(turn % items.size()));
    }
}
