package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A local server and its guard. */
@EnabledOnOs(OS.LINUX)
class NativeServerTest {
    @TempDir
    private Path data;

    @BeforeEach
    void openFolder() throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void itListensLocallyAndKeepsItsDataInTheGivenFolder() throws Exception {
        NativeServer server = start();
        ServerResources resources = ServerResources.of(server.address().jdbcUrl());
        assertThat(resources.folder()).hasParent(data);
        assertThat(server.address().authority()).startsWith("127.0.0.1:");
        server.stop();
        assertThat(resources.exist()).as("%s", resources).isFalse();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void itsPasswordIsRandomAndInNoCommandLine() throws Exception {
        NativeServer server = start();
        NativeServer other = start();
        String password = server.address().password();
        assertThat(password).hasSize(32).isNotEqualTo(other.address().password());
        assertThatThrownBy(
                        () -> new ServerAddress(server.address().authority(), "postgres", "postgres", "tenon", Map.of())
                                .connect())
                .hasMessageContaining("password authentication failed");
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            assertThat(processes.map(each -> each.info().commandLine().orElse("")))
                    .noneMatch(line -> line.contains(password));
        }
        server.stop();
        other.stop();
    }

    @Test
    void itListensOnTheLoopbackInterfaceOnly() throws Exception {
        NativeServer server = start();
        try (Connection connection = server.address().connect();
                Statement statement = connection.createStatement()) {
            assertThat(DevPostgresTest.text(statement, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(DevPostgresTest.text(statement, "show unix_socket_directories"))
                    .isEmpty();
        }
        server.stop();
    }

    /** What other users of the machine may read does not contain it. */
    @Test
    void noReadableFileOfItsFolderContainsThePassword() throws Exception {
        NativeServer server = start();
        ServerResources resources = ServerResources.of(server.address().jdbcUrl());
        assertThat(Files.getPosixFilePermissions(resources.folder().resolve("data")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(resources.folder().resolve("server.log"))
                .content()
                .doesNotContain(server.address().password());
        server.stop();
    }

    @Test
    void theDataOfAKilledGuardIsDeletedByTheNextOne() throws Exception {
        NativeServer orphaned = start();
        ServerResources resources = ServerResources.of(orphaned.address().jdbcUrl());
        orphaned.guard().destroyForcibly();
        orphaned.guard().onExit().join();
        assertThat(resources.exist()).isTrue();

        NativeServer tooSoon = start();
        assertThat(resources.exist())
                .as("two minutes pass before a folder counts as left")
                .isTrue();
        tooSoon.stop();

        Files.setLastModifiedTime(
                resources.folder(), FileTime.from(Instant.now().minus(Duration.ofMinutes(4))));
        NativeServer next = start();
        assertThat(resources.exist()).as("%s", resources).isFalse();
        next.stop();
    }

    @Test
    void theDataOfARunningServerIsKept() throws Exception {
        NativeServer old = start();
        ServerResources resources = ServerResources.of(old.address().jdbcUrl());
        Files.setLastModifiedTime(
                resources.folder(), FileTime.from(Instant.now().minus(Duration.ofHours(4))));
        start().stop();
        assertThat(ServerResources.of(old.address().jdbcUrl())).isEqualTo(resources);
        old.stop();
    }

    private NativeServer start() throws Exception {
        Path cache = CacheFolder.choose(System.getenv());
        ServerKind kind = new ServerKind(17, false);
        return NativeServer.start(ServerBinaries.of(kind, cache), cache, data, ServerSettings.options(kind));
    }
}
