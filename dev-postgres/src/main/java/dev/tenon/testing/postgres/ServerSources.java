package dev.tenon.testing.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The sources of a server, in order; reports the chosen one on standard error. */
final class ServerSources {
    private ServerSources() {}

    /** Returns a server with pgvector; DATABASE_URL comes first. */
    static Server shared(Map<String, String> environment) {
        return firstOf(
                List.of(
                        new DatabaseUrlSource(environment),
                        new DockerSource(environment),
                        new NativeSource(environment)),
                ServerKind.SHARED);
    }

    /** Returns a server of exactly this version; DATABASE_URL is ignored, because its version is not known. */
    static Server version(ServerKind kind, Map<String, String> environment) {
        return firstOf(List.of(new DockerSource(environment), new NativeSource(environment)), kind);
    }

    static Server firstOf(List<ServerSource> sources, ServerKind kind) {
        List<String> absent = new ArrayList<>();
        StringJoiner advice = new StringJoiner("\n");
        for (ServerSource source : sources) {
            SourceResult result = source.open(kind);
            if (result instanceof SourceResult.Opened opened) {
                Server server = opened.server();
                System.err.println(
                        "tenon: " + server.origin() + " at " + server.address().authority()
                                + (absent.isEmpty() ? "" : " (" + String.join("; ", absent) + ")"));
                return server;
            }
            if (result instanceof SourceResult.Absent without) {
                absent.add(without.reason());
                advice.add("- " + source.advice() + " (now: " + without.reason() + ")");
            }
        }
        throw new PostgresUnavailableException(
                "there is no PostgreSQL " + kind.major() + " server to test with; do one of these:\n" + advice);
    }
}
