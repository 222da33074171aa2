package dev.tenon.testing.postgres;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The only class that uses Testcontainers; it must not be loaded without a Docker engine. */
final class DockerServer {
    private static final int PORT = 5432;
    // Docker's default of 64 MB is not enough for a parallel query.
    private static final long SHARED_MEMORY = 256L << 20;

    private DockerServer() {}

    static String image(ServerKind kind) {
        return "pgvector/pgvector:pg" + kind.major();
    }

    /**
     * Starts a container with this server; absent if the engine cannot run it, for example because the image is not
     * available.
     */
    static SourceResult start(ServerKind kind) {
        ServerPassword password = ServerPassword.random();
        PublishedPort port;
        GenericContainer<?> container;
        try {
            port = PublishedPort.of(DockerClientFactory.instance().dockerHostIpAddress());
            container = container(kind, password, port);
        } catch (RuntimeException e) {
            return failed(kind, e);
        }
        try {
            container.start();
        } catch (RuntimeException e) {
            container.stop();
            return failed(kind, e);
        }
        ServerAddress address = ServerAddress.started(port.host(), container.getMappedPort(PORT), password);
        return new SourceResult.Opened(
                new Server(address, image(kind) + " in Docker" + port.remark(), container::stop, true));
    }

    private static SourceResult failed(ServerKind kind, RuntimeException e) {
        return new SourceResult.Absent("Docker could not run " + image(kind) + ": " + e.getMessage());
    }

    @SuppressWarnings("resource")
    private static GenericContainer<?> container(ServerKind kind, ServerPassword password, PublishedPort port) {
        String[] command = Stream.concat(Stream.of("postgres"), ServerSettings.options(kind).stream())
                .toArray(String[]::new);
        // The image starts the server twice, the first time only for initialization.
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image(kind)))
                .withEnv("POSTGRES_PASSWORD", password.text())
                .withExposedPorts(PORT)
                .withSharedMemorySize(SHARED_MEMORY)
                .withCommand(command)
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2)
                        .withStartupTimeout(Duration.ofMinutes(2)));
        container.setPortBindings(List.of(port.bound() + "::" + PORT));
        return container;
    }
}
