package dev.tenon.testing.postgres;

import java.time.Duration;
import java.util.stream.Stream;
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
    @SuppressWarnings("resource")
    static SourceResult start(ServerKind kind) {
        String[] command = Stream.concat(Stream.of("postgres"), ServerSettings.options(kind).stream())
                .toArray(String[]::new);
        // The image starts the server twice, the first time only for initialization.
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image(kind)))
                .withEnv("POSTGRES_PASSWORD", "tenon")
                .withExposedPorts(PORT)
                .withSharedMemorySize(SHARED_MEMORY)
                .withCommand(command)
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2)
                        .withStartupTimeout(Duration.ofMinutes(2)));
        try {
            container.start();
        } catch (RuntimeException e) {
            container.stop();
            return new SourceResult.Absent("Docker could not run " + image(kind) + ": " + e.getMessage());
        }
        ServerAddress address = ServerAddress.local(container.getHost(), container.getMappedPort(PORT));
        return new SourceResult.Opened(new Server(address, image(kind) + " in Docker", container::stop, true));
    }
}
