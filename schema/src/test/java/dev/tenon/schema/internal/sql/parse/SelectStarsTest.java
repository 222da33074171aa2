package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectStarsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM plan",
                "SELECT p.id, p.* FROM plan p",
                "SELECT DISTINCT p.* FROM plan p",
                "SELECT id FROM plan WHERE EXISTS (SELECT * FROM step)",
                "SELECT ROW(p.*) FROM plan p",
                "WITH x AS (SELECT * FROM plan) SELECT x.id FROM x",
                "SELECT a FROM (VALUES (1)) v(a), LATERAL (VALUES (v.*)) w"
            })
    void aStarOfColumnsIsSeen(String sql) {
        assertThat(SelectStars.in(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM plan",
                "SELECT 2 * 3, (a) * b FROM plan",
                "SELECT row_to_json(p.*) FROM plan p",
                "SELECT jsonb_agg(DISTINCT to_jsonb(p.*)) FROM plan p",
                "SELECT p.*::public.plan AS whole FROM plan p",
                "SELECT '*' AS star"
            })
    void otherStarsAreNot(String sql) {
        assertThat(SelectStars.in(sql)).isFalse();
    }
}
