package dev.tenon.schema.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL names are derived from Java names, the same in every locale. */
class NamingStrategyTest {

    @ParameterizedTest
    @CsvSource({
        "userId, user_id",
        "URLPath, url_path",
        "URL, url",
        "sha256Sum, sha256_sum",
        "http2Server, http2_server",
        "HTTP2Server, http2_server",
        "x, x",
        "XCoordinate, x_coordinate",
        "aB, a_b",
        "snake_case, snake_case",
        "Mixed_Case, mixed_case",
        "_id, _id",
        "Identité, identité",
        "InIcelandicÞing, in_icelandic_þing",
    })
    void snakeCase(String javaName, String name) {
        assertThat(NamingStrategy.SNAKE_CASE.derive(javaName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"userId, userid", "URLPath, urlpath", "Identité, identité", "ÉtatCivil, Étatcivil"})
    void jpaFoldsAsTheServerDoes(String javaName, String name) {
        assertThat(NamingStrategy.JPA.derive(javaName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"userId, userId", "URLPath, URLPath", "Identité, Identité", "Order, Order"})
    void identityKeepsTheJavaName(String javaName, String name) {
        assertThat(NamingStrategy.IDENTITY.derive(javaName)).isEqualTo(name);
    }
}
