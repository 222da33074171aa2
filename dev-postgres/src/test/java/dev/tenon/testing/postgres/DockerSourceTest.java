package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Docker is used only if it can run a server. */
class DockerSourceTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAnEngineThereIsNoServer() {
        Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + folder.resolve("docker.sock"));
        assertThat(new DockerSource(environment).open(ServerKind.SHARED))
                .isEqualTo(new SourceResult.Absent("no Docker engine answers"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anEngineThatCannotRunTheImageIsSkipped() throws Exception {
        Path socket = folder.resolve("docker.sock");
        Map<String, String> environment = Map.of("DATABASE_URL", "", "DOCKER_HOST", "unix://" + socket);
        try (ScriptedDockerEngine engine = new ScriptedDockerEngine(socket, DockerSourceTest::onlyPing);
                SpawnedJvm jvm = SpawnedJvm.serve(folder.resolve("log"), environment, "--version", "17")) {
            assertThat(engine).isNotNull();
            assertThat(jvm.line()).matches("jdbc:postgresql://\\S+ postgres://\\S+");
            assertThat(folder.resolve("log")).content().contains("tenon: ");
        }
    }

    private static String onlyPing(String request) {
        String status = request.startsWith("GET /_ping") ? "200 OK" : "500 Internal Server Error";
        return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
}
