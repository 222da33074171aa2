package dev.tenon.runtime.internal.step;

import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A part of a step failed at each attempt until the deadline. */
final class RetriesExhaustedException extends StatementFailedException {

    private static final long serialVersionUID = 1L;

    private final int attempts;

    RetriesExhaustedException(SQLException error, @Nullable SqlStatement statement, int attempts) {
        super(error, statement);
        this.attempts = attempts;
    }

    int attempts() {
        return attempts;
    }
}
