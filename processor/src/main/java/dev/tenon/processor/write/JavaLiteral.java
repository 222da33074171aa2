package dev.tenon.processor.write;

import java.util.Locale;

/** A string as it is written in Java source, in ASCII alone, so that no encoding can change what it says. */
final class JavaLiteral {

    private JavaLiteral() {}

    /** Appends the literal with its quotes; returns what it was appended to. */
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
