package dev.tenon.testing.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of the detached server, in a file.
 *
 * @param process the process that holds the server
 * @param started the start time of that process, because process numbers are reused
 * @param urls its URLs, which may contain a password
 */
record KeptNote(long process, Instant started, String urls) {
    static Optional<KeptNote> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return Optional.of(new KeptNote(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)));
    }

    static KeptNote write(Path file, ProcessHandle process, String urls) throws IOException {
        KeptNote kept = new KeptNote(process.pid(), startOf(process), urls);
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, List.of(String.valueOf(kept.process), kept.started.toString(), urls));
        return kept;
    }

    boolean alive() {
        return handle().isPresent();
    }

    /** Returns the process, if it is still the same one. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(process).filter(candidate -> startOf(candidate).equals(started));
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
