package dev.tenon.schema.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Builds the problems of missing and inaccessible files. */
final class Access {

    private Access() {}

    static HistoryException missing(String file) {
        return Problem.of(
                        ProblemCode.FILE_MISSING,
                        file,
                        "the file is missing",
                        "restore it from version control; only 'tenon drop' removes a migration's files")
                .exception();
    }

    static HistoryException failed(String file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return missing(file);
        }
        String reason = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new HistoryException(
                Problem.of(
                        ProblemCode.NO_ACCESS,
                        file,
                        "the file cannot be read or written (" + reason + ")",
                        "grant this user access to it, and check that the disk is neither full nor faulty"),
                e);
    }
}
