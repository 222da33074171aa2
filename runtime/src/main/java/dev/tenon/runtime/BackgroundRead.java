package dev.tenon.runtime;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a background thread while another thread waits for a server.
 *
 * @param <T> the type of the result
 */
final class BackgroundRead<T> {

    private final FutureTask<T> reading;

    private BackgroundRead(FutureTask<T> reading) {
        this.reading = reading;
    }

    /** Starts to read. */
    static <T> BackgroundRead<T> read(Supplier<T> reader) {
        FutureTask<T> reading = new FutureTask<>(reader::get);
        Thread thread = new Thread(reading, "tenon-reader");
        thread.setDaemon(true);
        thread.start();
        return new BackgroundRead<>(reading);
    }

    /**
     * Waits for the result and returns it, or throws the reader's exception. An interrupt does not end the wait,
     * because it would not end the read either.
     */
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
