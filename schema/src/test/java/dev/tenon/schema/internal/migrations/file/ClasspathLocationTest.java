package dev.tenon.schema.internal.migrations.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.SampleMigrations;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migrations directory on a class path, in a folder or jar, is read in the same way as in the file system. */
class ClasspathLocationTest {

    @TempDir
    Path temp;

    private Path root = Path.of("");

    @BeforeEach
    void twoMigrations() {
        root = temp.resolve("a folder with blanks/%41");
        SampleMigrations.write(root.resolve("db/migrations"), 2);
    }

    @Test
    void aFolder() throws IOException {
        assertReadable(root);
    }

    @Test
    void aJarWithoutEntriesForItsFolders() throws IOException {
        assertReadable(jar("application.jar"));
    }

    @Test
    void aJarThatWasReplaced() throws IOException {
        Path jar = jar("application.jar");
        assertReadable(jar);
        SampleMigrations.write(root.resolve("db/migrations"), 3);
        Files.move(jar("other.jar"), jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (URLClassLoader loader = loader(jar)) {
            assertThat(MigrationDirectory.of("classpath:db/migrations", loader).migrations())
                    .hasSize(3);
        }
    }

    @Test
    void filesThatTheJournalDoesNotKnowAreFoundInAJar() throws IOException {
        Files.writeString(root.resolve("db/migrations/0003_more.sql"), "SELECT 1;");
        try (URLClassLoader loader = loader(jar("application.jar"))) {
            assertThat(MigrationDirectory.of("classpath:db/migrations", loader).check())
                    .extracting(DirectoryProblem::message)
                    .singleElement()
                    .asString()
                    .startsWith("[TN506] classpath:db/migrations/0003_more.sql: this migration is not in");
        }
    }

    @Test
    void aPlaceThatIsThereTwiceIsRefused() throws IOException {
        try (URLClassLoader loader = loader(jar("one.jar"), jar("two.jar"))) {
            MigrationDirectory directory = MigrationDirectory.of("classpath:db/migrations", loader);
            assertThat(directory.check())
                    .extracting(problem -> problem.code())
                    .containsExactly(DirectoryProblemCode.AMBIGUOUS_LOCATION);
            assertThatExceptionOfType(MigrationDirectoryException.class)
                    .isThrownBy(directory::migrations)
                    .withMessageContaining("one.jar")
                    .withMessageContaining("two.jar");
        }
    }

    @Test
    void itIsNotWritten() throws IOException {
        try (URLClassLoader loader = loader(root)) {
            MigrationDirectory directory = MigrationDirectory.of("classpath:db/migrations", loader);
            assertThatExceptionOfType(MigrationDirectoryException.class)
                    .isThrownBy(directory::recordManualParts)
                    .withMessageContaining("is read-only");
            assertThat(directory.recover()).isFalse();
        }
    }

    private static void assertReadable(Path classpath) throws IOException {
        try (URLClassLoader loader = loader(classpath)) {
            MigrationDirectory directory = MigrationDirectory.of("classpath:db/migrations", loader);
            assertThat(directory.check()).isEmpty();
            assertThat(directory.snapshot()).isEqualTo(SampleMigrations.schema(2));
            assertThat(directory.migrations()).hasToString("[0001_step_1, 0002_step_2]");
            assertThat(directory.migrations().get(0).file()).isEqualTo("classpath:db/migrations/0001_step_1.sql");
            try (StepReader steps = directory.migrations().get(1).steps()) {
                assertThat(steps.checksums().generated())
                        .isEqualTo(directory.journal().entries().get(1).generated());
            }
        }
    }

    private static URLClassLoader loader(Path... places) throws IOException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    private Path jar(String name) throws IOException {
        Path jar = temp.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Map.Entry<String, String> file : SampleMigrations.files(root).entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
