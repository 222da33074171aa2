package dev.tenon.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

    @Test
    void noCharacterControlsWhatIsShown() {
        for (char each = 0; each < Character.MAX_VALUE; each++) {
            String name = "a" + each + "b";
            String printed = PrintableText.of(name);
            assertThat(printed.chars().noneMatch(c -> c < ' ' || (c >= 0x7f && c < 0xa0) || isBidirectional(c)))
                    .as("%x", (int) each)
                    .isTrue();
            boolean same = printed.equals(name);
            assertThat(same || printed.startsWith("a\\")).as("%x", (int) each).isTrue();
        }
        assertThat(PrintableText.of("x\u001b[2J\r\n\u202Egnp\u2028")).isEqualTo("x\\u001b[2J\\r\\n\\u202egnp\\u2028");
    }

    @Test
    void otherTextStays() {
        for (String text : new String[] {"", "plan", "日本語 ü'\"\\", "\uD83D\uDE00", " a  b "}) {
            assertThat(PrintableText.of(text)).isSameAs(text);
        }
        assertThat(PrintableText.lines("a\n\tb\r\u001b")).isEqualTo("a\n\tb\\r\\u001b");
    }

    @Test
    void namesOfObjectsArePrintedInOneLine() {
        QualifiedName name = new QualifiedName("public", "plan\nVerified: no drift\u001b[1A");
        assertThat(name.display()).isEqualTo("\"plan\\nVerified: no drift\\u001b[1A\"");
        assertThat(QualifiedName.parse(name.toString())).isEqualTo(name);
        assertThat(ObjectPath.column(QualifiedName.parse("plan"), "a\r\u2066b"))
                .hasToString("column plan.a\\r\\u2066b");
    }

    private static boolean isBidirectional(int c) {
        return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }
}
