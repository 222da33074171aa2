package dev.tenon.testing.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Docker is used only if it can run a server. */
class DockerSourceTest {
    private static final Pattern PASSWORD = Pattern.compile("POSTGRES_PASSWORD=[0-9a-f]{32}\"");

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

    /** The container is described to the engine, which then cannot start it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aLocalEnginePublishesThePortOnLoopbackOnlyForARandomPassword() throws Exception {
        String first = described("localhost");
        assertThat(first)
                .contains("\"PortBindings\":{\"5432/tcp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"\"}]}")
                .containsPattern(PASSWORD);
        assertThat(password(described("localhost"))).isNotEqualTo(password(first));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anEngineElsewherePublishesThePortWhereItIsReached() throws Exception {
        assertThat(described("192.0.2.7"))
                .contains("\"PortBindings\":{\"5432/tcp\":[{\"HostIp\":\"0.0.0.0\",\"HostPort\":\"\"}]}");
        assertThat(PublishedPort.of("192.0.2.7").remark()).contains("another machine");
        assertThat(PublishedPort.of("127.0.0.1").remark()).isEmpty();
    }

    private static String password(String described) {
        Matcher found = PASSWORD.matcher(described);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Returns the request that creates the container, on an engine whose ports are reached at this host. */
    private String described(String host) throws Exception {
        Path socket = folder.resolve("docker.sock");
        Files.deleteIfExists(socket);
        Map<String, String> environment = Map.of(
                "DATABASE_URL", "",
                "DOCKER_HOST", "unix://" + socket,
                "TESTCONTAINERS_HOST_OVERRIDE", host,
                "TESTCONTAINERS_RYUK_DISABLED", "true",
                "TESTCONTAINERS_CHECKS_DISABLE", "true");
        AtomicReference<String> created = new AtomicReference<>("");
        try (ScriptedDockerEngine engine = new ScriptedDockerEngine(socket, request -> reply(request, created));
                SpawnedJvm jvm = SpawnedJvm.serve(folder.resolve("log"), environment, "--version", "17")) {
            assertThat(engine).isNotNull();
            assertThat(jvm.line()).matches("jdbc:postgresql://\\S+ postgres://\\S+");
        }
        return requireNonNull(created.get());
    }

    private static String reply(String request, AtomicReference<String> created) {
        if (request.contains("/containers/create")) {
            created.set(request);
        }
        if (request.contains("/info")) {
            return json("{\"ServerVersion\":\"28.0\",\"OperatingSystem\":\"Linux\",\"MemTotal\":1}");
        }
        if (request.contains("/version")) {
            return json("{\"Version\":\"28.0\",\"ApiVersion\":\"1.44\",\"Os\":\"linux\",\"Arch\":\"amd64\"}");
        }
        if (request.contains("/images/json")) {
            return json("[]");
        }
        return request.contains("/images/") ? json("{\"Id\":\"sha256:0\"}") : onlyPing(request);
    }

    private static String json(String text) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + text.length()
                + "\r\nConnection: close\r\n\r\n" + text;
    }

    private static String onlyPing(String request) {
        String status = request.contains("/_ping") ? "200 OK" : "500 Internal Server Error";
        return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
}
