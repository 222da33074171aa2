package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierRewriterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ordinal >= 0                  | ordinal | position | position >= 0
                    ORDINAL >= 0                  | ordinal | position | position >= 0
                    "ordinal" >= 0                | ordinal | position | "position" >= 0
                    label <> ''                   | label   | user     | "user" <> ''
                    label <> ''                   | label   | Label    | "Label" <> ''
                    ordinal(x) > x                | x       | y        | ordinal(y) > y
                    position(x) > 0               | position | place   | position(x) > 0
                    kind = 'x'                    | x       | y        | kind = 'x'
                    kind = 'x'::x                 | x       | y        | kind = 'x'::x
                    """)
    void renamesColumnsAsPeopleWriteThem(String expression, String before, String after, String expected) {
        assertThat(IdentifierRewriter.in(expression, before, after)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ORDINAL >= 0     | ordinal | true
                    "Ordinal" >= 0   | ordinal | false
                    "a""b" >= 0      | a"b     | true
                    'a""b' <> ''     | a"b     | false
                    ordinals >= 0    | ordinal | false
                    """)
    void findsNamesAsPeopleWriteThem(String expression, String name, boolean found) {
        assertThat(IdentifierRewriter.anywhere(expression, name)).isEqualTo(found);
    }
}
