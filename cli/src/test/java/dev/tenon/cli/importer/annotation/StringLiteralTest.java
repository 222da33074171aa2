package dev.tenon.cli.importer.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.annotation.Table;
import org.junit.jupiter.api.Test;

class StringLiteralTest {

    @Test
    void aLineSeparatorOfUnicodeDoesNotBreakALiteral() {
        assertThat(StringLiteral.of("a\u2028b\u2029").toString())
                .isEqualTo("\"a\" + '\\u2028' + \"b\" + '\\u2029' + \"\"");
    }

    @Test
    void otherTextIsOneLiteral() {
        assertThat(StringLiteral.of("say \"$L\" in é").toString()).isEqualTo("\"say \\\"$L\\\" in é\"");
    }

    @Test
    void anAnnotationContainsTheLiteral() {
        assertThat(new AnnotationBuilder(Table.class)
                        .text("comment", "\u2028")
                        .build()
                        .toString())
                .isEqualTo("@dev.tenon.annotation.Table(comment = \"\" + '\\u2028' + \"\")");
    }
}
