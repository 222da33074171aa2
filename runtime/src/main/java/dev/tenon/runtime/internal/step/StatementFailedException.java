package dev.tenon.runtime.internal.step;

import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The server refused a statement of a step. The connection is still there. */
class StatementFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SQLException error;
    private final transient @Nullable SqlStatement statement;

    /**
     * @param error what the server said
     * @param statement which statement; null if it was the commit
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
