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

    /** The problem, its place, and how to fix it. */
    public Problem problem() {
        return problem;
    }
}
