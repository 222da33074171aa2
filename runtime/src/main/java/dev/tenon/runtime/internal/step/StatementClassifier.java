package dev.tenon.runtime.internal.step;

import java.util.regex.Pattern;

/** Classifies a statement by its first keywords, to decide how to monitor it. */
final class StatementClassifier {

    private static final Pattern SHORT = Pattern.compile(
            "(?is)\\s*(?:create(?!.*\\b(?:concurrently|materialized)\\b)|comment|grant|revoke|set|reset)\\b.*");

    /** Defines something and evaluates nothing; what is created AS something may evaluate it. */
    private static final Pattern DEFINES =
            Pattern.compile("(?is)\\s*(?:create(?!.*\\bas\\b)|comment|grant|revoke)\\b.*");

    private StatementClassifier() {}

    /** Whether the statement is over in a moment whatever the tables hold, so that nobody needs to look after it. */
    static boolean areShort(String sql) {
        return SHORT.matcher(sql).matches();
    }

    /** Whether it leaves role and settings of the session alone for certain. */
    static boolean keepSettings(String sql) {
        return DEFINES.matcher(sql).matches();
    }
}
