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
record DetachedServerRecord(long process, Instant started, String urls) {
    static Optional<DetachedServerRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return Optional.of(
                new DetachedServerRecord(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)));
    }

    static DetachedServerRecord write(Path file, ProcessHandle process, String urls) throws IOException {
        DetachedServerRecord written = new DetachedServerRecord(process.pid(), startOf(process), urls);
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, List.of(String.valueOf(written.process), written.started.toString(), urls));
        return written;
    }

    boolean isAlive() {
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
