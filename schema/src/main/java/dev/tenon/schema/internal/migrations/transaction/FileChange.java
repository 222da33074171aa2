package dev.tenon.schema.internal.migrations.transaction;

import java.util.Objects;
import java.util.Optional;

/**
 * The change of a write to one file.
 *
 * @param file the file, relative to the directory
 * @param content its new content; empty to remove it
 */
public record FileChange(String file, Optional<String> content) {

    public FileChange {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(content, "content");
    }

    public static FileChange put(String file, String content) {
        return new FileChange(file, Optional.of(content));
    }

    public static FileChange remove(String file) {
        return new FileChange(file, Optional.empty());
    }
}
