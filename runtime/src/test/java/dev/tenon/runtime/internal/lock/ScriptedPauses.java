package dev.tenon.runtime.internal.lock;

import java.time.Duration;

/** A clock that each pause moves by five seconds, after an action of the test. */
final class ScriptedPauses implements Pauses {

    private static final Duration STEP = Duration.ofSeconds(5);

    private final Action action;
    private int pauses;

    /** What happens meanwhile. */
    interface Action {
        void during(int pause) throws Exception;
    }

    ScriptedPauses(Action action) {
        this.action = action;
    }

    Duration elapsed() {
        return STEP.multipliedBy(pauses);
    }

    @Override
    public long nanoTime() {
        return elapsed().toNanos();
    }

    @Override
    public void pause(Duration time) {
        pauses++;
        try {
            action.during(pauses);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
