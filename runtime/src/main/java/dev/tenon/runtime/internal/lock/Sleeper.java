package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.time.Duration;

/** Waits, unless the thread is interrupted. */
public final class Sleeper {

    private Sleeper() {}

    /**
     * Waits for a time.
     *
     * @throws dev.tenon.runtime.fault.FaultException if the thread is interrupted; nothing is undone
     */
    public static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Fault(
                            FaultCode.INTERRUPTED,
                            "the thread was interrupted while waiting",
                            "run it again; it continues after the last committed step")
                    .exception(interrupted);
        }
    }
}
