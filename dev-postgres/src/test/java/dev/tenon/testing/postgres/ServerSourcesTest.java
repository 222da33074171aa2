package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of sources, and the error if none has a server. */
class ServerSourcesTest {
    private static final Server SERVER =
            new Server(ServerAddress.started("127.0.0.1", 5432, ServerPassword.random()), "a server", () -> {}, true);

    @Test
    void theFirstSourceWithAServerIsUsed() {
        ServerSource unasked = new FixedSource(new SourceResult.Absent("must not be asked")) {
            @Override
            public SourceResult open(ServerKind kind) {
                throw new AssertionError("a later source was asked");
            }
        };
        List<ServerSource> sources = List.of(
                new FixedSource(new SourceResult.Absent("not here")),
                new FixedSource(new SourceResult.Opened(SERVER)),
                unasked);
        assertThat(ServerSources.firstOf(sources, ServerKind.SHARED)).isSameAs(SERVER);
    }

    @Test
    void withoutAnyServerTheErrorNamesEverySourceAndItsReason() {
        List<ServerSource> sources = List.of(
                new FixedSource(new SourceResult.Absent("no luck")),
                new FixedSource(new SourceResult.Absent("none either")));
        assertThatThrownBy(() -> ServerSources.firstOf(sources, ServerKind.SHARED))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessage("""
                        there is no PostgreSQL 17 server to test with; do one of these:
                        - do something (now: no luck)
                        - do something (now: none either)""");
    }

    /** A source with a fixed result. */
    private static class FixedSource implements ServerSource {
        private final SourceResult result;

        FixedSource(SourceResult result) {
            this.result = result;
        }

        @Override
        public SourceResult open(ServerKind kind) {
            return result;
        }

        @Override
        public String advice() {
            return "do something";
        }
    }
}
