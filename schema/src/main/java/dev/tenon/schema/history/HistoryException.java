package dev.tenon.schema.history;

import java.io.Serial;
import java.util.Objects;

/** A migrations directory cannot be used because of a problem. */
public final class HistoryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    HistoryException(Problem problem) {
        super(problem.message());
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    HistoryException(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /** What is wrong, where, and how to mend it. */
    public Problem problem() {
        return problem;
    }
}
