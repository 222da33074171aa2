package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
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
