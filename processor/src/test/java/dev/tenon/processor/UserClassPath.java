package dev.tenon.processor;

import dev.tenon.annotation.Column;
import jakarta.persistence.Entity;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class path of an application that uses Tenon. A compilation opens every archive of its class path, so the class
 * path of the tests would make each compilation three times as long.
 */
public final class UserClassPath {

    /** The archives and folders. */
    public static final List<Path> ENTRIES = Stream.of(Column.class, Entity.class, Nullable.class)
            .map(UserClassPath::home)
            .toList();

    private UserClassPath() {}

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
