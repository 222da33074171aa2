package dev.tenon.testing.postgres;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The servers of this JVM. Each is looked for once; a failed search is not repeated. */
final class JvmServers {
    private static final Map<ServerKind, Outcome> OUTCOMES = new ConcurrentHashMap<>();

    private JvmServers() {}

    static DevPostgres shared() {
        return once(ServerKind.SHARED, () -> ServerSources.shared(System.getenv()));
    }

    static DevPostgres version(ServerKind kind) {
        return once(kind, () -> ServerSources.version(kind, System.getenv()));
    }

    private static DevPostgres once(ServerKind kind, Supplier<Server> search) {
        return OUTCOMES.computeIfAbsent(kind, missing -> Outcome.of(search)).server();
    }

    private record Outcome(
            @Nullable DevPostgres found, @Nullable PostgresUnavailableException failure) {
        static Outcome of(Supplier<Server> search) {
            try {
                return new Outcome(new DevPostgres(search.get()), null);
            } catch (PostgresUnavailableException e) {
                return new Outcome(null, e);
            }
        }

        DevPostgres server() {
            if (found == null) {
                throw new PostgresUnavailableException(
                        failure == null ? "" : String.valueOf(failure.getMessage()), failure);
            }
            return found;
        }
    }
}
