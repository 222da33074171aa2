package dev.tenon.runtime.killed;

/** Whether the tests that kill processes take all the time that they could use: {@code -Dtenon.endurance=true}. */
final class Endurance {

    static final boolean ASKED = Boolean.getBoolean("tenon.endurance");

    private Endurance() {}
}
