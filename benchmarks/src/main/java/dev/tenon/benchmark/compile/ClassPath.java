package dev.tenon.benchmark.compile;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of this process, for the processes that it starts. */
final class ClassPath {

    private ClassPath() {}

    /** Returns the complete class path. */
    static String all() {
        return System.getProperty("java.class.path");
    }

    /** Returns the entries that contain these classes. */
    static String of(Class<?>... types) {
        return Stream.of(types).map(ClassPath::place).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
