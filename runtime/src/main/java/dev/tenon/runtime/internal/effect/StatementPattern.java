package dev.tenon.runtime.internal.effect;

import dev.tenon.schema.QualifiedName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the beginning of a statement. In a pattern, a blank matches any blanks and comments, {@code <name>} matches a
 * name that may be quoted and qualified, and {@code <text>} matches a string constant.
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

    /** Returns the name with its schema; an unqualified name gets the default schema of migrations. */
    public static String qualified(String name) {
        return UNQUALIFIED.matcher(name).matches() ? QualifiedName.DEFAULT_SCHEMA + "." + name : name;
    }

    /** Returns the names and constants of a statement with this beginning; empty for other statements. */
    public Optional<Matcher> match(String sql) {
        Matcher matcher = pattern.matcher(sql);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
