package dev.tenon.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Reads the version that the build wrote to a resource. */
public final class TenonVersion {

    private TenonVersion() {}

    /** Returns the version, for example {@code 1.2.3}. */
    public static String current() {
        try (InputStream in = Objects.requireNonNull(
                TenonVersion.class.getResourceAsStream("version.properties"), "version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return Objects.requireNonNull(properties.getProperty("version"), "version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
