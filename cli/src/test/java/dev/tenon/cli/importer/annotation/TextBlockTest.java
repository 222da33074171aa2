package dev.tenon.cli.importer.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBlockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1\n  FROM plan",
                "a\n",
                "a \n\tb\t\n  \n c",
                "say \"\"\" and \"\"\"\"\" twice\nand end with \"",
                "back\\slash \\n \\u0041\n\\",
                "$1 $$ ${x}\nb"
            })
    void aTextBlockPreservesTheText(String text) {
        String literal = TextBlock.of(text).orElseThrow();
        assertThat(literal).startsWith("\"\"\"\n").endsWith("\"\"\"");
        String body = literal.substring(4, literal.length() - 3);
        assertThat(body).doesNotContain("\"\"\"");
        // Translates like javac: strips trailing blanks and the common indentation, then interprets escapes.
        assertThat(body.indent(8).stripTrailing().stripIndent().translateEscapes() + trailing(body))
                .isEqualTo(text);
    }

    private static String trailing(String body) {
        return body.endsWith("\n") ? "\n" : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"one line", " a\n b", "a\r\nb", "a\u2028\nb", "a\f\nb"})
    void unsuitableTextIsNoTextBlock(String text) {
        assertThat(TextBlock.of(text)).isEmpty();
    }
}
