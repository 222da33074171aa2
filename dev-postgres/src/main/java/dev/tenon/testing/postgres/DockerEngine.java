package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Checks quickly for a Docker engine; the client alone is not enough. */
final class DockerEngine {
    private static final Path WINDOWS_PIPE = Path.of("//./pipe/docker_engine");

    private DockerEngine() {}

    /** Whether an engine responds at DOCKER_HOST or a default socket. */
    static boolean responds(Map<String, String> environment) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
            return respondsAt(host);
        }
        if (System.getProperty("os.name").startsWith("Windows")) {
            return Files.exists(WINDOWS_PIPE);
        }
        String home = environment.getOrDefault("HOME", "");
        List<String> sockets = Stream.of(
                        "/var/run/docker.sock",
                        environment.getOrDefault("XDG_RUNTIME_DIR", "") + "/docker.sock",
                        home + "/.docker/run/docker.sock",
                        home + "/.docker/desktop/docker.sock")
                .distinct()
                .toList();
        return sockets.stream().anyMatch(socket -> respondsAt("unix://" + socket));
    }

    private static boolean respondsAt(String host) {
        try {
            URI uri = URI.create(host);
            return switch (String.valueOf(uri.getScheme())) {
                case "unix" ->
                    Files.exists(Path.of(uri.getPath()))
                            && respondsAt(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(uri.getPath()));
                case "tcp", "http", "https" ->
                    respondsAt(StandardProtocolFamily.INET, new InetSocketAddress(uri.getHost(), uri.getPort()));
                default -> false;
            };
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }

    private static boolean respondsAt(StandardProtocolFamily family, SocketAddress address) throws IOException {
        try (SocketChannel channel = SocketChannel.open(family)) {
            CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> ping(channel, address));
            return answer.completeOnTimeout(false, 2, TimeUnit.SECONDS).join();
        }
    }

    // An engine that requires TLS responds to this plain request with an error, which is also a response.
    private static boolean ping(SocketChannel channel, SocketAddress address) {
        try {
            channel.connect(address);
            channel.write(ByteBuffer.wrap(
                    "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n".getBytes(US_ASCII)));
            byte[] reply = Channels.newInputStream(channel).readNBytes(7);
            return new String(reply, US_ASCII).equals("HTTP/1.");
        } catch (IOException e) {
            return false;
        }
    }
}
