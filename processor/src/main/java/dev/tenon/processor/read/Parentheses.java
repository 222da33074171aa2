package dev.tenon.processor.read;

import java.util.Optional;

/** Takes the parentheses off an expression. */
final class Parentheses {

    private Parentheses() {}

    /** What is inside, if the first parenthesis closes at the very end. */
    static Optional<String> strip(String expression) {
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
