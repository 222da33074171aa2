package dev.tenon.runtime.internal.lock;

import java.time.Duration;

/** The clock and the pauses of attempts. */
public interface Pauses {

    /** The real ones. */
    Pauses REAL = new Pauses() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) {
            Sleeper.of(time);
        }
    };

    /** Returns the time in nanoseconds, from an arbitrary origin. */
    long nanoTime();

    /** Waits. */
    void pause(Duration time);
}
