package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectStarFinderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM plan",
                "SELECT p.* FROM plan p",
                "SELECT id, /* all */ * FROM plan",
                "SELECT DISTINCT * FROM plan",
                "SELECT id FROM (SELECT * FROM plan) p"
            })
    void aStarThatStandsForColumnsIsFound(String sql) {
        assertThat(SelectStarFinder.in(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT count(*) FROM plan", "SELECT 2 * stars FROM plan", "SELECT '*' FROM plan"})
    void anotherStarIsNot(String sql) {
        assertThat(SelectStarFinder.in(sql)).isFalse();
    }
}
