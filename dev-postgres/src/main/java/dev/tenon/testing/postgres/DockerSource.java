package dev.tenon.testing.postgres;

import java.util.Map;

/** A container of the pgvector image, if a Docker engine responds. */
final class DockerSource implements ServerSource {
    private final Map<String, String> environment;

    DockerSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public SourceResult open(ServerKind kind) {
        return DockerEngine.responds(environment)
                ? DockerServer.start(kind)
                : new SourceResult.Absent("no Docker engine answers");
    }

    @Override
    public String advice() {
        return "start Docker, which then runs " + DockerServer.image(ServerKind.SHARED);
    }
}
