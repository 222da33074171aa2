package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which expressions are one literal. */
class LiteralExpressionTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            nullValues = "none",
            value = {
                "'eu' | 'eu' | none",
                "((0)) | 0 | none",
                "- 1.50 | -1.50 | none",
                "TRUE | TRUE | none",
                "'{}'::jsonb | '{}' | jsonb",
                "'a'::character varying(3) | 'a' | character varying(3)",
                "'x' :: pg_catalog.text | 'x' | pg_catalog.text",
                "'it''s' | 'it''s' | none"
            })
    void aLiteralWithItsCast(String sql, String literal, String cast) {
        assertThat(LiteralExpression.of(sql)).contains(new LiteralExpression(literal, Optional.ofNullable(cast)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now()",
                "region",
                "1 + 1",
                "-1::smallint",
                "'a' || 'b'",
                "'a'::text::name",
                "E'a'",
                "1::",
                "current_date",
                "null",
                "(1",
                "-'1'"
            })
    void anythingElse(String sql) {
        assertThat(LiteralExpression.of(sql)).isEmpty();
    }
}
