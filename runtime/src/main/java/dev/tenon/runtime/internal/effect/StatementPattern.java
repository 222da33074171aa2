package dev.tenon.runtime.internal.effect;

import dev.tenon.schema.QualifiedName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the beginning of a statement. In a pattern, a blank stands for any blanks and comments, {@code <name>} for
 * a name as it is written, perhaps quoted and qualified, and {@code <text>} for a string constant.
 */
public final class StatementPattern {

    private static final String BLANK = "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)";
    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String NAME = "(" + PART + "(?:" + BLANK + "*\\." + BLANK + "*" + PART + ")*)";
    private static final String TEXT = "([eE]?'(?:[^'\\\\]|''|\\\\.)*')";

    private static final Pattern UNQUALIFIED = Pattern.compile(PART);

    private final Pattern pattern;

    /** Compiles the pattern. */
    public StatementPattern(String pattern) {
        String expanded =
                pattern.replace(" ", BLANK + "+").replace("<name>", NAME).replace("<text>", TEXT);
        this.pattern = Pattern.compile(
                expanded + "(?![\\p{L}\\p{N}_$]).*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** A name as it is written, with the schema that it means in a migration if it is written without one. */
    public static String qualified(String name) {
        return UNQUALIFIED.matcher(name).matches() ? QualifiedName.DEFAULT_SCHEMA + "." + name : name;
    }

    /** The names and constants of a statement that begins so; empty for any other. */
    public Optional<Matcher> match(String sql) {
        Matcher matcher = pattern.matcher(sql);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
