package dev.tenon.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class file of an entity in a class output without a compiled snapshot: the class was compiled without the processor.
 *
 * @param file the class file, relative to the class output
 * @param kotlin whether Kotlin's compiler wrote it
 */
record UnprocessedClass(Path file, boolean kotlin) {

    private static final List<String> ANNOTATIONS = List.of("Ldev/tenon/annotation/", "Ljakarta/persistence/Entity;");
    private static final String KOTLIN = "Lkotlin/Metadata;";

    /** The first class file of an entity in the folder, of Kotlin if there is one. */
    static Optional<UnprocessedClass> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<UnprocessedClass> found = files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .flatMap(file -> read(folder, file).stream())
                    .toList();
            return found.stream()
                    .filter(UnprocessedClass::kotlin)
                    .findFirst()
                    .or(() -> found.stream().findFirst());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How the processor gets to see the class. */
    String remedy() {
        String processor =
                "add tenon-processor to the annotationProcessorPaths of maven-compiler-plugin, or to Gradle's"
                        + " annotationProcessor, and compile again";
        return kotlin
                ? "processors see Kotlin only through kapt: add tenon-processor to the annotationProcessorPaths of the"
                        + " goal kapt of kotlin-maven-plugin, or to Gradle's kapt, and compile again"
                : processor;
    }

    private static Optional<UnprocessedClass> read(Path folder, Path file) {
        try {
            // The names of annotations are plain text in a class file.
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return ANNOTATIONS.stream().anyMatch(content::contains)
                    ? Optional.of(new UnprocessedClass(folder.relativize(file), content.contains(KOTLIN)))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
