package dev.tenon.schema.internal.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in the place of a file of a migrations directory, nothing outside is read or written, and nothing hangs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes in the file system")
class ContainedFileTest {

    private static final List<String> READ =
            List.of("0002_step_2.sql", "meta/_journal.json", "meta/snapshot.json", "meta/0002_step_2.json");

    private static final List<String> WRITTEN =
            List.of("meta/.tenon-lock", "meta/.tenon-write.json", "meta/_journal.json");

    @TempDir
    Path temp;

    /** What stands in the place of a file. */
    enum Substitute {
        PIPE("pipe"),
        DEVICE("outside the directory"),
        LINK_OUT("outside the directory"),
        FOLDER("directory");

        private final String named;

        Substitute(String named) {
            this.named = named;
        }

        void put(Path file, Path temp) throws IOException, InterruptedException {
            boolean present = Files.exists(file);
            Path outside = temp.resolve("outside");
            if (present) {
                Files.move(file, outside);
            } else {
                Files.writeString(outside, "{}");
            }
            switch (this) {
                case PIPE ->
                    assertThat(new ProcessBuilder("mkfifo", file.toString())
                                    .start()
                                    .waitFor())
                            .isZero();
                case DEVICE -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
                case LINK_OUT -> Files.createSymbolicLink(file, outside);
                default -> Files.createDirectory(file);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Substitute.class)
    void nothingButARegularFileIsRead(Substitute substitute) throws IOException, InterruptedException {
        for (String file : READ) {
            Path directory = directory(substitute + file.replace('/', '_'));
            substitute.put(directory.resolve(file), Files.createDirectory(directory.resolve("../out")));
            assertRefused(substitute, file, MigrationDirectory.at(directory));
        }
    }

    @ParameterizedTest
    @EnumSource(Substitute.class)
    void norOnAClassPath(Substitute substitute) throws IOException, InterruptedException {
        Path directory = directory("classes");
        substitute.put(directory.resolve("0002_step_2.sql"), temp);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {temp.resolve("classes").toUri().toURL()}, null)) {
            assertRefused(substitute, "0002_step_2.sql", MigrationDirectory.of("classpath:migrations", loader));
        }
    }

    @ParameterizedTest
    @EnumSource(Substitute.class)
    void norIsAnythingElseWritten(Substitute substitute) throws IOException, InterruptedException {
        for (String file : WRITTEN) {
            Path directory = directory(substitute + file.replace('/', '_'));
            Path out = Files.createDirectory(directory.resolve("../out"));
            substitute.put(directory.resolve(file), out);
            String before = Files.readString(out.resolve("outside"));
            assertThatExceptionOfType(MigrationDirectoryException.class)
                    .as("%s as %s", file, substitute)
                    .isThrownBy(() -> assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> SampleMigrations.write(directory, 3)))
                    .withMessageContaining("TN502");
            assertThat(out.resolve("outside")).hasContent(before);
        }
    }

    @Test
    void aLinkWithinTheDirectoryIsFollowed() throws IOException {
        Path directory = directory("inside");
        Path hidden = Files.createDirectory(directory.resolve("..data"));
        Path sql = directory.resolve("0002_step_2.sql");
        Files.move(sql, hidden.resolve("0002_step_2.sql"));
        Files.createSymbolicLink(sql, Path.of("..data/0002_step_2.sql"));
        Path linked = Files.createSymbolicLink(temp.resolve("linked"), directory);
        assertThat(MigrationDirectory.at(directory).check()).isEmpty();
        assertThat(MigrationDirectory.at(linked).check()).isEmpty();
    }

    private static void assertRefused(Substitute substitute, String file, MigrationDirectory directory) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String text;
            try {
                text = directory.check().toString();
            } catch (MigrationDirectoryException refused) {
                text = String.valueOf(refused.getMessage());
            }
            assertThat(text).as("%s as %s", file, substitute).contains("neither read nor written", substitute.named);
        });
    }

    private Path directory(String name) throws IOException {
        Path directory = temp.resolve(name).resolve("migrations");
        SampleMigrations.write(directory, 2);
        return directory;
    }
}
