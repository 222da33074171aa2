package dev.tenon.runtime;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a thread of its own reads while another one waits for a server.
 *
 * @param <T> what is read
 */
final class BackgroundRead<T> {

    private final FutureTask<T> reading;

    private BackgroundRead(FutureTask<T> reading) {
        this.reading = reading;
    }

    /** Begins to read. */
    static <T> BackgroundRead<T> read(Supplier<T> what) {
        FutureTask<T> reading = new FutureTask<>(what::get);
        Thread reader = new Thread(reading, "tenon-reader");
        reader.setDaemon(true);
        reader.start();
        return new BackgroundRead<>(reading);
    }

    /** What was read, as soon as it is; throws what reading it threw. Does not end early when interrupted, as reading itself does not. */
    T get() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return reading.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw rethrown(failed.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
