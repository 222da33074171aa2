package dev.tenon.runtime.internal.step;

import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The server rejected a statement of a step; the connection is still open. */
class StatementFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SQLException error;
    private final transient @Nullable SqlStatement statement;

    /**
     * @param error the server's error
     * @param statement the statement; null if COMMIT failed
     */
    StatementFailedException(SQLException error, @Nullable SqlStatement statement) {
        super(error);
        this.error = error;
        this.statement = statement;
    }

    SQLException error() {
        return error;
    }

    @Nullable
    SqlStatement statement() {
        return statement;
    }
}
