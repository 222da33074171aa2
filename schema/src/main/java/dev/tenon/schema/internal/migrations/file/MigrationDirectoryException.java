package dev.tenon.schema.internal.migrations.file;

import java.io.Serial;
import java.util.Objects;

/** A migrations directory cannot be used because of a problem. */
public final class MigrationDirectoryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient DirectoryProblem problem;

    MigrationDirectoryException(DirectoryProblem problem) {
        super(problem.message());
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    MigrationDirectoryException(DirectoryProblem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /** The problem, its place, and how to fix it. */
    public DirectoryProblem problem() {
        return problem;
    }
}
