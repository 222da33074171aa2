package dev.tenon.testing.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server held for a shell script ends in every case in which its holder ends; it runs natively, so only on Linux. */
@EnabledOnOs(OS.LINUX)
class ServerCommandTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Pattern URLS = Pattern.compile(
            "(jdbc:postgresql://127\\.0\\.0\\.1:(\\d+)/postgres\\?password=(?<password>[0-9a-f]{32})&user=postgres) (postgres://postgres:\\k<password>@127\\.0\\.0\\.1:\\2/postgres)");

    @TempDir
    private Path folder;

    @Test
    void aKilledJvmLeavesNeitherProcessNorData() throws Exception {
        try (SpawnedJvm jvm = serve()) {
            ServerResources resources = resources(jvm.line());
            assertThat(resources.exist()).isTrue();
            jvm.kill();
            assertThat(resources.goneWithin(TIMEOUT)).as("%s", resources).isTrue();
        }
    }

    @Test
    void theServerEndsWithStandardInput() throws Exception {
        try (SpawnedJvm jvm = serve()) {
            ServerResources resources = resources(jvm.line());
            jvm.endInput();
            assertThat(jvm.exitCode()).isZero();
            assertThat(resources.exist()).as("%s", resources).isFalse();
        }
    }

    @Test
    void theServerEndsOnSigterm() throws Exception {
        try (SpawnedJvm jvm = serve()) {
            ServerResources resources = resources(jvm.line());
            jvm.terminate();
            assertThat(jvm.exitCode()).isEqualTo(128 + 15);
            assertThat(resources.exist()).as("%s", resources).isFalse();
        }
    }

    @Test
    void aDetachedServerOutlivesItsCommandUntilStopped() throws Exception {
        Map<String, String> environment = new HashMap<>(SpawnedJvm.NATIVE_ONLY);
        environment.put("XDG_CACHE_HOME", ownCache().toString());
        ServerResources resources;
        String urls;
        try (SpawnedJvm jvm = SpawnedJvm.serve(log(), environment, "--detach", "--version", "17")) {
            urls = jvm.line();
            assertThat(jvm.line()).matches("stop it with: kill \\d+");
            assertThat(jvm.exitCode()).isZero();
            resources = resources(urls);
        }
        Path record = folder.resolve("tenon/postgres/kept/note");
        assertThat(record).content().contains(urls);
        assertThat(Files.getPosixFilePermissions(record)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (SpawnedJvm again = SpawnedJvm.serve(log(), environment, "--detach", "--version", "17")) {
            assertThat(again.line()).as("the one that runs is the one answered").isEqualTo(urls);
            assertThat(resources.exist()).isTrue();
        }
        try (SpawnedJvm stop = SpawnedJvm.serve(log(), environment, "stop")) {
            assertThat(stop.rest()).isEqualTo("stopped");
            assertThat(stop.exitCode()).isZero();
            assertThat(resources.exist()).as("%s", resources).isFalse();
        }
        try (SpawnedJvm stop = SpawnedJvm.serve(log(), environment, "stop")) {
            assertThat(stop.rest()).isEqualTo("no server was left running");
        }
    }

    @Test
    void anUnknownArgumentIsAUsageError() throws Exception {
        try (SpawnedJvm jvm = SpawnedJvm.serve(log(), Map.of(), "--version", "9")) {
            assertThat(jvm.exitCode()).isEqualTo(2);
            assertThat(jvm.rest()).isEmpty();
            assertThat(log())
                    .content()
                    .contains("there is no test server of PostgreSQL 9; choose 14, 15, 16, 17 or 18");
        }
    }

    @Test
    void withoutAServerTheErrorNamesTheSources() throws Exception {
        try (SpawnedJvm jvm = SpawnedJvm.serve(log(), Map.of("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"))) {
            assertThat(jvm.exitCode()).isEqualTo(1);
            assertThat(jvm.rest()).isEmpty();
            assertThat(log()).content().contains("DATABASE_URL points to 127.0.0.1:1/none, but: ");
        }
    }

    /** Creates a cache folder with the real binaries but without a detached server. */
    private Path ownCache() throws Exception {
        Path tree = ServerBinaries.of(new ServerKind(17, false), CacheFolder.choose(System.getenv()));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path own = Files.createDirectories(folder.resolve("tenon").resolve("postgres"));
        Files.createSymbolicLink(own.resolve(requireNonNull(tree.getFileName())), tree);
        return folder;
    }

    @AfterEach
    void unlinkTheTree() throws IOException {
        Path own = folder.resolve("tenon").resolve("postgres");
        if (Files.exists(own)) {
            try (Stream<Path> files = Files.list(own)) {
                for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                    Files.delete(link);
                }
            }
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private SpawnedJvm serve() throws Exception {
        return SpawnedJvm.serve(log(), SpawnedJvm.NATIVE_ONLY, "--version", "17");
    }

    private ServerResources resources(String urls) throws Exception {
        Matcher line = URLS.matcher(urls);
        assertThat(line.matches()).as("%s%n%s", urls, Files.readString(log())).isTrue();
        return ServerResources.of(requireNonNull(line.group(1)));
    }
}
