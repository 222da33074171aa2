package dev.tenon.testing.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The places for a server, in order; reports the chosen one on standard error. */
final class Places {
    private Places() {}

    /** Returns a server with pgvector; DATABASE_URL comes first. */
    static Server shared(Map<String, String> environment) {
        return firstOf(
                List.of(new DatabaseUrlPlace(environment), new DockerPlace(environment), new NativePlace(environment)),
                ServerKind.SHARED);
    }

    /** Returns a server of exactly this version; DATABASE_URL is ignored, because its version is not known. */
    static Server version(ServerKind kind, Map<String, String> environment) {
        return firstOf(List.of(new DockerPlace(environment), new NativePlace(environment)), kind);
    }

    static Server firstOf(List<Place> places, ServerKind kind) {
        List<String> absent = new ArrayList<>();
        StringJoiner advice = new StringJoiner("\n");
        for (Place place : places) {
            Attempt attempt = place.open(kind);
            if (attempt instanceof Attempt.Opened opened) {
                Server server = opened.server();
                System.err.println(
                        "tenon: " + server.origin() + " at " + server.address().authority()
                                + (absent.isEmpty() ? "" : " (" + String.join("; ", absent) + ")"));
                return server;
            }
            if (attempt instanceof Attempt.Absent nothing) {
                absent.add(nothing.reason());
                advice.add("- " + place.advice() + " (now: " + nothing.reason() + ")");
            }
        }
        throw new PostgresUnavailableException(
                "there is no PostgreSQL " + kind.major() + " server to test with; do one of these:\n" + advice);
    }
}
