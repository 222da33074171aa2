package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRewriterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    old.vector(3)                    | "New".vector(3)
                    a OPERATOR(old.<->) b            | a OPERATOR("New".<->) b
                    "old".similarity(t, 'old.x')     | "New".similarity(t, 'old.x')
                    old.mine(old.vector)             | old.mine("New".vector)
                    other.old.vector = old           | other.old.vector = old
                    'unclosed old.vector             | 'unclosed old.vector
                    """, quoteCharacter = '`')
    void onlyMovedObjectsGetTheOtherSchema(String sql, String rewritten) {
        assertThat(SchemaRewriter.in(sql, "old", "New", name -> !name.equals("mine")))
                .isEqualTo(rewritten);
    }
}
