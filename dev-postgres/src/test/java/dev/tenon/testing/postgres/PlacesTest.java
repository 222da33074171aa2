package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of places, and the error if none has a server. */
class PlacesTest {
    private static final Server SERVER = new Server(ServerAddress.local("127.0.0.1", 5432), "a server", () -> {}, true);

    @Test
    void theFirstPlaceWithAServerIsUsed() {
        Place unasked = new Fixed(new Attempt.Absent("must not be asked")) {
            @Override
            public Attempt open(ServerKind kind) {
                throw new AssertionError("a later place was asked");
            }
        };
        List<Place> places =
                List.of(new Fixed(new Attempt.Absent("not here")), new Fixed(new Attempt.Opened(SERVER)), unasked);
        assertThat(Places.firstOf(places, ServerKind.SHARED)).isSameAs(SERVER);
    }

    @Test
    void withoutAnyServerTheErrorNamesEveryPlaceAndItsReason() {
        List<Place> places =
                List.of(new Fixed(new Attempt.Absent("no luck")), new Fixed(new Attempt.Absent("none either")));
        assertThatThrownBy(() -> Places.firstOf(places, ServerKind.SHARED))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessage("""
                        there is no PostgreSQL 17 server to test with; do one of these:
                        - do something (now: no luck)
                        - do something (now: none either)""");
    }

    /** A place with a fixed result. */
    private static class Fixed implements Place {
        private final Attempt attempt;

        Fixed(Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public Attempt open(ServerKind kind) {
            return attempt;
        }

        @Override
        public String advice() {
            return "do something";
        }
    }
}
