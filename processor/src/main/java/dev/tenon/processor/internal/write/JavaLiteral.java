package dev.tenon.processor.internal.write;

import java.util.Locale;

/** Writes string literals of Java in ASCII, which no source encoding can change. */
final class JavaLiteral {

    private JavaLiteral() {}

    /** Appends the quoted literal; returns the argument to which it was appended. */
    static StringBuilder append(StringBuilder source, String text) {
        source.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> source.append("\\\"");
                case '\\' -> source.append("\\\\");
                case '\n' -> source.append("\\n");
                case '\r' -> source.append("\\r");
                default -> {
                    if (c < ' ' || c > '~') {
                        source.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        source.append(c);
                    }
                }
            }
        }
        return source.append('"');
    }
}
