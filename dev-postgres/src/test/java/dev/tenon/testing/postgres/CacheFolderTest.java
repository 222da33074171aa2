package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The choice of the cache folder; only Linux has one. */
@EnabledOnOs(OS.LINUX)
class CacheFolderTest {
    @TempDir
    private Path home;

    @BeforeEach
    void openHome() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void theXdgFolderComesFirst() throws IOException {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", home + "/xdg", "HOME", home.toString());
        assertThat(CacheFolder.choose(environment, false))
                .isEqualTo(home.resolve("xdg/tenon/postgres"))
                .isDirectory();
    }

    @Test
    void withoutItTheHomeFolderIsUsed() throws IOException {
        assertThat(CacheFolder.choose(Map.of("HOME", home.toString()), false))
                .isEqualTo(home.resolve(".cache/tenon/postgres"))
                .isDirectory();
    }

    @Test
    void rootSkipsAFolderThatTheServersUserCannotEnter() throws IOException {
        Path closed = Files.createDirectory(
                home.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", closed.toString(), "HOME", home.toString());
        assertThat(CacheFolder.choose(environment, true)).isEqualTo(home.resolve(".cache/tenon/postgres"));
        assertThat(CacheFolder.choose(environment, false)).isEqualTo(closed.resolve("tenon/postgres"));
    }

    @Test
    void withoutAnyFolderTheErrorNamesTheVariable() {
        assertThatThrownBy(() -> CacheFolder.choose(Map.of("XDG_CACHE_HOME", "relative"), false))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "no folder to keep server files in: set XDG_CACHE_HOME to one that can be written; tried []");
    }
}
