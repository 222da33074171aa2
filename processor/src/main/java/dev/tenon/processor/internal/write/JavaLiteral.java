package dev.tenon.processor.internal.write;

import java.util.Locale;

/**
 * Writes string literals of Java in ASCII, which no source encoding can change. JavaPoet's literals contain non-ASCII
 * characters, and it breaks lines at every Unicode line separator.
 */
final class JavaLiteral {

    private JavaLiteral() {}

    /** The literal, with its quotes. */
    static String of(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> {
                    if (c < ' ' || c > '~') {
                        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
