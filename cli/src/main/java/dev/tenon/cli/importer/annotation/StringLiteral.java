package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes strings as Java expressions. JavaPoet breaks a literal at the line separators of Unicode, which end no line in Java, so
 * these become character literals.
 */
public final class StringLiteral {

    private static final Pattern LINE_SEPARATOR = Pattern.compile("[\u2028\u2029]");

    private StringLiteral() {}

    /** Returns a constant expression with that value. */
    public static CodeBlock of(String value) {
        CodeBlock.Builder literal = CodeBlock.builder();
        Matcher separator = LINE_SEPARATOR.matcher(value);
        int from = 0;
        while (separator.find()) {
            literal.add("$S + ", value.substring(from, separator.start()));
            literal.add("$L + ", String.format(Locale.ROOT, "'\\u%04x'", (int) value.charAt(separator.start())));
            from = separator.end();
        }
        return literal.add("$S", value.substring(from)).build();
    }
}
