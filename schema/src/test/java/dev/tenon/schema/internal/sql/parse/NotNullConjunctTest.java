package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which checks prove that a column has a value. */
class NotNullConjunctTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body IS NOT NULL",
                "((body IS NOT NULL))",
                "\"body\" is not null",
                "(length(body) > 3) AND (body IS NOT NULL)",
                "id > 0 AND ((id < 9 OR id > 20) AND body IS NOT NULL)"
            })
    void conditionsThatHoldOnlyWithAValue(String condition) {
        assertThat(NotNullConjunct.in(condition, "body")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "body IS NULL",
                "other IS NOT NULL",
                "body IS NOT NULL OR id > 0",
                "id > 0 AND body IS NOT NULL OR id < 0",
                "NOT (body IS NOT NULL)",
                "(body IS NOT NULL) = (id > 0)",
                "id BETWEEN 1 AND body IS NOT NULL",
                "length(body) > 0",
                "body || 'x' IS NOT NULL",
                "(body IS NOT NULL"
            })
    void conditionsThatMayHoldWithout(String condition) {
        assertThat(NotNullConjunct.in(condition, "body")).isFalse();
    }
}
