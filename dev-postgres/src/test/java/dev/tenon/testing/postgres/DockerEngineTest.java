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

/** Whether an engine is there: only one that answers counts. */
class DockerEngineTest {
    @TempDir
    private Path folder;

    @Test
    void anEngineThatAnswersThePingIsThere() throws IOException {
        assertThat(answersBehind("HTTP/1.1 200 OK\r\n\r\nOK")).isTrue();
    }

    @Test
    void anEngineThatWantsTlsIsThereToo() throws IOException {
        assertThat(answersBehind("HTTP/1.0 400 Bad Request\r\n\r\n")).isTrue();
    }

    @Test
    void aSocketThatHangsUpIsNoEngine() throws IOException {
        assertThat(answersBehind("")).isFalse();
    }

    @Test
    void somethingElseThatAnswersIsNoEngine() throws IOException {
        assertThat(answersBehind("220 mail.example.com ESMTP\r\n")).isFalse();
    }

    @Test
    void aSocketThatStaysSilentIsNoEngine() throws IOException {
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(folder.resolve("docker.sock")));
            assertThat(DockerEngine.answers(Map.of("DOCKER_HOST", host()))).isFalse();
        }
    }

    @Test
    void wherePointersLeadNowhereThereIsNoEngine() {
        assertThat(DockerEngine.answers(Map.of("DOCKER_HOST", host()))).isFalse();
        assertThat(DockerEngine.answers(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")))
                .isFalse();
        assertThat(DockerEngine.answers(Map.of("DOCKER_HOST", "no host at all")))
                .isFalse();
        assertThat(DockerEngine.answers(Map.of("DOCKER_HOST", "tcp://host-without-port")))
                .isFalse();
    }

    private String host() {
        return "unix://" + folder.resolve("docker.sock");
    }

    private boolean answersBehind(String reply) throws IOException {
        try (ScriptedEngine engine = new ScriptedEngine(folder.resolve("docker.sock"), request -> reply)) {
            assertThat(engine).isNotNull();
            return DockerEngine.answers(Map.of("DOCKER_HOST", host()));
        }
    }
}
