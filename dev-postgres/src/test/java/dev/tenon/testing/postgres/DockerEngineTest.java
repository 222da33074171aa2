package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only an engine that responds is detected. */
class DockerEngineTest {
    @TempDir
    private Path folder;

    @Test
    void anEngineThatAnswersThePingIsDetected() throws IOException {
        assertThat(respondsWith("HTTP/1.1 200 OK\r\n\r\nOK")).isTrue();
    }

    @Test
    void anEngineThatRequiresTlsIsDetected() throws IOException {
        assertThat(respondsWith("HTTP/1.0 400 Bad Request\r\n\r\n")).isTrue();
    }

    @Test
    void aSocketThatHangsUpIsNoEngine() throws IOException {
        assertThat(respondsWith("")).isFalse();
    }

    @Test
    void anotherServiceIsNoEngine() throws IOException {
        assertThat(respondsWith("220 mail.example.com ESMTP\r\n")).isFalse();
    }

    @Test
    void aSocketThatStaysSilentIsNoEngine() throws IOException {
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(folder.resolve("docker.sock")));
            assertThat(DockerEngine.responds(Map.of("DOCKER_HOST", host()))).isFalse();
        }
    }

    @Test
    void withoutASocketThereIsNoEngine() {
        assertThat(DockerEngine.responds(Map.of("DOCKER_HOST", host()))).isFalse();
        assertThat(DockerEngine.responds(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")))
                .isFalse();
        assertThat(DockerEngine.responds(Map.of("DOCKER_HOST", "no host at all")))
                .isFalse();
        assertThat(DockerEngine.responds(Map.of("DOCKER_HOST", "tcp://host-without-port")))
                .isFalse();
    }

    private String host() {
        return "unix://" + folder.resolve("docker.sock");
    }

    private boolean respondsWith(String reply) throws IOException {
        try (ScriptedDockerEngine engine = new ScriptedDockerEngine(folder.resolve("docker.sock"), request -> reply)) {
            assertThat(engine).isNotNull();
            return DockerEngine.responds(Map.of("DOCKER_HOST", host()));
        }
    }
}
