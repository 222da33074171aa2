package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The binaries are built once for all callers, and completely or not at all. */
@EnabledOnOs(OS.LINUX)
class ServerBinariesTest {
    @TempDir
    private Path cache;

    @BeforeEach
    void openFolder() throws IOException {
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void anInterruptedBuildLeavesNothingAndOnlyOneOfTheNextTwoBuilds() throws Exception {
        Build interrupted = new Build("interrupted");
        interrupted.awaitLine("fetching PostgreSQL");
        interrupted.kill();
        assertThat(tree()).doesNotExist();

        List<Build> builds = List.of(new Build("one"), new Build("another"));
        for (Build build : builds) {
            assertThat(build.exitCode()).as(build.progress()).isZero();
        }
        assertThat(builds)
                .filteredOn(build -> build.progress().contains("built"))
                .hasSize(1);
        assertThat(builds)
                .filteredOn(build -> !build.progress().contains("built"))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.progress()).contains("another process is building"));
        assertThat(tree()).isDirectoryContaining("glob:**/pg").isDirectoryContaining("glob:**/data");
        assertThat(leftovers()).containsExactlyInAnyOrder("tree", ".tree.lock");
    }

    private Path tree() {
        return cache.resolve("tree");
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".progress") && !name.endsWith(".sh"))
                    .toList();
        }
    }

    /** A process that builds the binaries. */
    private final class Build {
        private final Path progress;
        private final Process process;

        Build(String name) throws IOException {
            progress = cache.resolve(name + ".progress");
            process = new ProcessBuilder(
                            "sh",
                            ShellScript.named("provision.sh").in(cache).toString(),
                            tree().toString(),
                            "17.11.0",
                            "plain")
                    .redirectErrorStream(true)
                    .redirectOutput(progress.toFile())
                    .start();
        }

        void awaitLine(String text) throws Exception {
            while (!progress().contains(text)) {
                assertThat(process.isAlive()).as(progress()).isTrue();
                Thread.sleep(10);
            }
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        }

        String progress() {
            try {
                return Files.readString(progress, UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
