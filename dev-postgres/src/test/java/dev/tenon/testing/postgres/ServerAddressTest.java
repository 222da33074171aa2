package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The URLs of an address for JDBC and libpq. */
class ServerAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://u:p@h:5433/d | jdbc:postgresql://h:5433/d?password=p&user=u | postgres://u:p@h:5433/d
            postgresql://u@h/d?sslmode=require | jdbc:postgresql://h/d?sslmode=require&user=u | postgres://u@h/d?sslmode=require
            postgres://u:p%40%2F+%20x@h/d | jdbc:postgresql://h/d?password=p%40%2F%2B%20x&user=u | postgres://u:p%40%2F%2B%20x@h/d
            postgres://[::1]:5432/d | jdbc:postgresql://[::1]:5432/d | postgres://[::1]:5432/d
            postgres://h1:1,h2:2/d | jdbc:postgresql://h1:1,h2:2/d | postgres://h1:1,h2:2/d
            postgres://u@h | jdbc:postgresql://h/u?user=u | postgres://u@h/u
            jdbc:postgresql://h:5433/d?user=u&password=p%26q | jdbc:postgresql://h:5433/d?password=p%26q&user=u | postgres://u:p%26q@h:5433/d
            jdbc:postgresql:d | jdbc:postgresql://localhost:5432/d | postgres://localhost:5432/d
            jdbc:postgresql://h/ | jdbc:postgresql://h/postgres | postgres://h/postgres
            """)
    void eachUrlGivesBoth(String text, String jdbcUrl, String url) {
        ServerAddress address = ServerAddress.parse(text);
        assertThat(address.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(address.url()).isEqualTo(url);
        assertThat(ServerAddress.parse(address.url())).isEqualTo(address);
        assertThat(ServerAddress.parse(address.jdbcUrl())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:secret@h/d",
                "h:5432",
                "postgres:/u:secret@h",
                "jdbc:mysql://h?password=secret",
                "postgres://u:secret@@h/d"
            })
    void anInvalidAddressIsRefusedWithoutRepeatingItsPassword(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a PostgreSQL URL; write postgres://")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theTextForMessagesContainsNoPassword() {
        assertThat(ServerAddress.parse("postgres://u:secret@h:5433/d?sslpassword=secret"))
                .hasToString("h:5433/d");
    }

    @Test
    void anotherDatabaseOfTheSameServerKeepsEverythingElse() {
        assertThat(ServerAddress.parse("postgres://u:p@h:5433/d?sslmode=require")
                        .withDatabase("other")
                        .url())
                .isEqualTo("postgres://u:p@h:5433/other?sslmode=require");
    }
}
