package dev.tenon.schema.internal.migrations.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The location of one SQL file that is never written: a plan that runs like a migration.
 *
 * @param title the plan as a user names it
 * @param file the name of the file
 * @param text its text
 */
record MemoryLocation(String title, String file, String text) implements DirectoryLocation {

    MemoryLocation {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public InputStream open(String name) throws IOException {
        if (!name.equals(file)) {
            throw new NoSuchFileException(display(name));
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Optional<List<String>> list(String folder) {
        return Optional.of(folder.isEmpty() ? List.of(file) : List.of());
    }

    @Override
    public String display(String name) {
        return title;
    }
}
