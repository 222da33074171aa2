package dev.tenon.runtime.internal.step;

import java.util.regex.Pattern;

/** Classifies a statement by its first keywords, to decide how to monitor it. */
final class StatementClassifier {

    private static final Pattern SHORT = Pattern.compile(
            "(?is)\\s*(?:create(?!.*\\b(?:concurrently|materialized)\\b)|comment|grant|revoke|set|reset)\\b.*");

    /** DDL that evaluates no expression; CREATE … AS may evaluate one. */
    private static final Pattern DEFINES =
            Pattern.compile("(?is)\\s*(?:create(?!.*\\bas\\b)|comment|grant|revoke)\\b.*");

    private StatementClassifier() {}

    /** Whether the statements are fast regardless of the table size, and need no monitoring. */
    static boolean areShort(String sql) {
        return SHORT.matcher(sql).matches();
    }

    /** Whether the statements certainly do not change role or settings. */
    static boolean keepSettings(String sql) {
        return DEFINES.matcher(sql).matches();
    }
}
