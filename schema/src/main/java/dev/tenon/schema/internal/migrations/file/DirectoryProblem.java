package dev.tenon.schema.internal.migrations.file;

import java.util.Objects;

/**
 * A problem of a migrations directory.
 *
 * @param code the kind of problem
 * @param file the file, as the directory's user names it
 * @param line the line, from 1; 0 if the problem is about the whole file
 * @param column the column, from 1; 0 if the problem is about the whole line
 * @param problem what is wrong, in one sentence without a full stop
 * @param remedy how to fix it, in one sentence without a full stop
 */
public record DirectoryProblem(
        DirectoryProblemCode code, String file, int line, int column, String problem, String remedy) {

    public DirectoryProblem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** A problem with a file as a whole. */
    public static DirectoryProblem of(DirectoryProblemCode code, String file, String problem, String remedy) {
        return new DirectoryProblem(code, file, 0, 0, problem, remedy);
    }

    public MigrationDirectoryException exception() {
        return new MigrationDirectoryException(this);
    }

    /** The place as compilers print it, for example {@code db/migrations/0001_init.sql:3:1}. */
    public String place() {
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }

    /** The problem in one line, code first. */
    public String message() {
        return "[" + code.code() + "] " + place() + ": " + problem + "; " + remedy;
    }
}
