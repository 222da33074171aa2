package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Builds the problems of missing and inaccessible files. */
public final class FileErrors {

    private FileErrors() {}

    static MigrationDirectoryException missing(String file) {
        return DirectoryProblem.of(
                        DirectoryProblemCode.FILE_MISSING,
                        file,
                        "the file is missing",
                        "restore it from version control; only 'tenon drop' removes a migration's files")
                .exception();
    }

    public static MigrationDirectoryException failed(String file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return missing(file);
        }
        if (e instanceof ContainedFile.RefusedException) {
            return new MigrationDirectoryException(
                    DirectoryProblem.of(
                            DirectoryProblemCode.NO_ACCESS,
                            file,
                            "the file is neither read nor written: " + e.getMessage(),
                            "replace it by a regular file with its content"),
                    e);
        }
        String reason = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new MigrationDirectoryException(
                DirectoryProblem.of(
                        DirectoryProblemCode.NO_ACCESS,
                        file,
                        "the file cannot be read or written (" + reason + ")",
                        "grant this user access to it, and check that the disk is neither full nor faulty"),
                e);
    }
}
