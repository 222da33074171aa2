package dev.tenon.runtime.internal.tenant;

import java.util.regex.Pattern;

/**
 * What a client's SQL may do to its transaction, judged by its words. Nothing but these words in the text that a client
 * sends can end a transaction: routines cannot end one that the client has begun.
 */
final class StatementText {

    private static final Pattern ENDING =
            Pattern.compile("(?<![\\w$])(?:commit|rollback|abort|end|prepare)(?![\\w$])", Pattern.CASE_INSENSITIVE);

    private static final String SPACE = "(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)";

    private static final Pattern BEGINNING =
            Pattern.compile(SPACE + "*(?:begin|start" + SPACE + "+transaction)\\b.*", flags());

    private static final Pattern MODE = Pattern.compile(SPACE + "*set" + SPACE + "+transaction\\b[^;]*;?\\s*", flags());

    private static final Pattern COPY = Pattern.compile(SPACE + "*copy\\b[^;]*;?\\s*", flags());

    private static final Pattern COPY_OF_QUERY = Pattern.compile(SPACE + "*copy\\b.*", flags());

    private StatementText() {}

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }

    /** Whether the text may end the transaction; harmless texts with such words are included. */
    static boolean mayEndTransaction(String sql) {
        return ENDING.matcher(sql).find();
    }

    /** Whether the text begins a transaction. */
    static boolean beginsTransaction(String sql) {
        return BEGINNING.matcher(sql).matches();
    }

    /** Whether the text is a SET TRANSACTION, which must precede the first query of the transaction. */
    static boolean setsTransactionMode(String sql) {
        return MODE.matcher(sql).matches();
    }

    /** Whether the text is one COPY, as far as words tell. */
    static boolean copies(String sql) {
        return COPY.matcher(sql).matches() || (COPY_OF_QUERY.matcher(sql).matches() && !mayEndTransaction(sql));
    }
}
