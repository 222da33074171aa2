package dev.tenon.runtime.internal.preflight;

import java.sql.SQLException;

/** The server refused a statement of a check; the connection is usable. */
final class RefusedException extends SQLException {

    private static final long serialVersionUID = 1;

    private final SQLException error;

    RefusedException(SQLException error) {
        super(error.getMessage(), error.getSQLState(), error);
        this.error = error;
    }

    SQLException error() {
        return error;
    }
}
