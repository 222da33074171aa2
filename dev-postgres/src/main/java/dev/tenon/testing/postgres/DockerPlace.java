package dev.tenon.testing.postgres;

import java.util.Map;

/** A container of the pgvector image, if a Docker engine responds. */
final class DockerPlace implements Place {
    private final Map<String, String> environment;

    DockerPlace(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Attempt open(ServerKind kind) {
        return DockerEngine.responds(environment)
                ? DockerServer.start(kind)
                : new Attempt.Absent("no Docker engine answers");
    }

    @Override
    public String advice() {
        return "start Docker, which then runs " + DockerServer.image(ServerKind.SHARED);
    }
}
