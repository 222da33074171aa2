package dev.tenon.runtime;

import java.util.List;

/** Whether tests run everything ({@code -Dtenon.endurance=true}) or only the sample of a build. */
public final class Endurance {

    /** Whether this is an endurance run. */
    public static final boolean ASKED = Boolean.getBoolean("tenon.endurance");

    private Endurance() {}

    /** Returns all items in an endurance run, and otherwise one of them; consecutive turns select consecutive items. */
    public static <T> List<T> allOrOne(List<T> items, int turn) {
        return ASKED ? items : List.of(items.get(turn % items.size()));
    }
}
