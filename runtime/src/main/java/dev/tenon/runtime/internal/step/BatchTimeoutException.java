package dev.tenon.runtime.internal.step;

import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.SQLException;

/** A batch exceeded its time limit, or was cancelled repeatedly; it was rolled back and must be smaller. */
final class BatchTimeoutException extends StatementFailedException {

    private static final long serialVersionUID = 1L;

    BatchTimeoutException(SQLException error, SqlStatement statement) {
        super(error, statement);
    }
}
