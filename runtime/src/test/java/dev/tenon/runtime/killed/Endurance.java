package dev.tenon.runtime.killed;

/** Whether the tests that kill processes run without a time limit: {@code -Dtenon.endurance=true}. */
final class Endurance {

    static final boolean ASKED = Boolean.getBoolean("tenon.endurance");

    private Endurance() {}
}
