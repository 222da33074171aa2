package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A migrations directory in the file system, the only kind that is writable.
 *
 * @param path the directory
 */
public record FolderLocation(Path path) implements DirectoryLocation {

    public FolderLocation {
        Objects.requireNonNull(path, "path");
    }

    @Override
    public InputStream open(String file) throws IOException {
        return ContainedFile.open(path, file);
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(path);
    }

    @Override
    public Optional<List<String>> list(String folder) throws IOException {
        Path directory = path.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return Optional.of(List.of());
        }
        try (Stream<Path> files = Files.list(directory)) {
            return Optional.of(files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList());
        }
    }

    @Override
    public String display(String file) {
        return (file.isEmpty() ? path : path.resolve(file)).toString();
    }
}
