package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server of DATABASE_URL is used or is an error, and never skipped. */
class DatabaseUrlSourceTest {
    private final DevPostgres server = DevPostgres.shared();

    @Test
    void aReachableServerIsUsedAndNotStopped() {
        assertThat(open(server.url())).isInstanceOfSatisfying(SourceResult.Opened.class, opened -> {
            assertThat(opened.server().endsWithJvm()).isFalse();
            assertThat(opened.server().address().url()).isEqualTo(server.url());
            assertThat(opened.server().origin()).startsWith("PostgreSQL ").endsWith(" of DATABASE_URL");
        });
        assertThat(open(server.jdbcUrl())).isInstanceOf(SourceResult.Opened.class);
    }

    @Test
    void withoutTheVariableThereIsNoServer() {
        assertThat(open(" ")).isEqualTo(new SourceResult.Absent("DATABASE_URL is not set"));
        assertThat(new DatabaseUrlSource(Map.of()).open(ServerKind.SHARED)).isEqualTo(open(""));
    }

    @Test
    void anUnreachableServerIsAnError() {
        assertFailure("postgres://me:secret@127.0.0.1:1/mine")
                .hasMessageMatching("(?s)DATABASE_URL points to 127\\.0\\.0\\.1:1/mine, but: .*refused.*"
                        + "Start that server, correct the URL, or unset DATABASE_URL to have a server started\\.");
    }

    @Test
    void aWrongPasswordIsAnErrorThatDoesNotRepeatIt() {
        ServerAddress right = ServerAddress.parse(server.url());
        ServerAddress invalid =
                new ServerAddress(right.authority(), right.database(), right.user(), "secret", Map.of());
        assertFailure(invalid.url()).hasMessageContaining("password authentication failed");
    }

    @Test
    void anInvalidUrlIsAnError() {
        assertFailure("secret").hasMessageStartingWith("DATABASE_URL is not a PostgreSQL URL; write ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://me:secret@127.0.0.1:99999/mine",
                "postgres://me:secret@127.0.0.1:port/mine",
                "postgres://me:se/secret@127.0.0.1/mine",
                "postgres://me:12/secret@127.0.0.1",
                "postgres://me:secret?@127.0.0.1/mine",
                "postgres://me:%zzsecret@127.0.0.1/mine",
                "postgres://me:secret%@127.0.0.1/mine",
                "jdbc:postgresql://me:secret@127.0.0.1:1/mine",
                "jdbc:postgresql://127.0.0.1:99999/mine?user=me&password=secret",
                "jdbc:postgresql:me:secret@127.0.0.1",
                "jdbc:postgresql://127.0.0.1:1/mine?user=me&password=secret&sslmode=none"
            })
    void aUrlThatTheDriverRejectsIsAnErrorThatDoesNotRepeatIt(String url) {
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(PostgresUnavailableException.class)
                .satisfies(refused -> {
                    StringWriter trace = new StringWriter();
                    refused.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain("secret");
                });
    }

    @Test
    void aUserWithoutCreatedbIsAnErrorWithTheStatementToGrantIt() throws SQLException {
        try (TestDatabase database = server.database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            String humble = database.name() + "_humble";
            statement.execute("create role " + humble + " login password 'secret'");
            try {
                ServerAddress address = ServerAddress.parse(database.url());
                assertFailure(new ServerAddress(address.authority(), database.name(), humble, "secret", Map.of()).url())
                        .hasMessageEndingWith(
                                "may not create databases, and every test class gets its own; grant it CREATEDB");
            } finally {
                statement.execute("drop role " + humble);
            }
        }
    }

    private static SourceResult open(String url) {
        return new DatabaseUrlSource(Map.of("DATABASE_URL", url)).open(ServerKind.SHARED);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFailure(String url) {
        return assertThatThrownBy(() -> open(url))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageNotContaining("secret");
    }
}
