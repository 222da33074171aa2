package dev.tenon.testing.postgres;

import org.jspecify.annotations.Nullable;

/** No server could be found or started; the message lists the attempts and the fixes. */
public final class PostgresUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PostgresUnavailableException(String message) {
        super(message);
    }

    PostgresUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
