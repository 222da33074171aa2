package dev.tenon.processor.internal.read.structure;

import java.util.Optional;

/** Removes the parentheses around an expression. */
public final class Parentheses {

    private Parentheses() {}

    /** The text in the parentheses, if the first parenthesis closes at the end of the text. */
    public static Optional<String> strip(String expression) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                String inside = expression.substring(1, i).strip();
                return i == expression.length() - 1 && !inside.isEmpty() ? Optional.of(inside) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
