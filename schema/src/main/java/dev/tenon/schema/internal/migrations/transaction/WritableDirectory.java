package dev.tenon.schema.internal.migrations.transaction;

import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.ContainedFile;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The directory during a write: files by their relative names, changed in single operations. */
public final class WritableDirectory {

    private final Path root;
    private final FileOperations ops;

    public WritableDirectory(Path root, FileOperations ops) {
        this.root = root;
        this.ops = ops;
    }

    Path path(String file) {
        return root.resolve(file);
    }

    /** The path of a file that is to be opened, which is regular if it exists. */
    Path checked(String file) throws IOException {
        return ContainedFile.checked(root, file);
    }

    boolean has(String file) {
        return Files.exists(path(file));
    }

    /** The checksum of the file's bytes; empty if it does not exist. */
    Optional<Checksum> checksum(String file) throws IOException {
        try (InputStream in = ContainedFile.open(root, file)) {
            return Optional.of(Checksum.of(in));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /**
     * Creates the directory and its metadata folder if they do not exist, and adds the created ones to {@code created}.
     */
    void createFolders(Deque<Path> created) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        Path folder = path(MigrationFiles.META).toAbsolutePath();
        while (folder != null && !Files.exists(folder)) {
            missing.push(folder);
            folder = folder.getParent();
        }
        for (Path each : missing) {
            ops.createFolder(each);
            created.push(each);
        }
    }

    void put(String file, String content) throws IOException {
        ops.write(ContainedFile.checked(root, file), content.getBytes(StandardCharsets.UTF_8));
    }

    void copy(String from, String to) throws IOException {
        ops.copy(ContainedFile.checked(root, from), ContainedFile.checked(root, to));
    }

    void move(String from, String to) throws IOException {
        ops.move(path(from), path(to));
    }

    void delete(String file) throws IOException {
        if (has(file)) {
            ops.delete(path(file));
        }
    }
}
