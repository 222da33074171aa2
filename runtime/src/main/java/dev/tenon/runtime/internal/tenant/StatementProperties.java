package dev.tenon.runtime.internal.tenant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the words of a client's statement tell. Applications send few texts often, so each is read once.
 *
 * @param leaving what the statement may leave in its session
 * @param setsTransactionMode see {@link StatementText#setsTransactionMode}
 * @param mayEndTransaction see {@link StatementText#mayEndTransaction}
 * @param beginsTransaction see {@link StatementText#beginsTransaction}
 */
record StatementProperties(
        PlainStatements.Leaving leaving,
        boolean setsTransactionMode,
        boolean mayEndTransaction,
        boolean beginsTransaction) {

    private static final int REMEMBERED = 2_000;

    private static final Map<String, StatementProperties> KNOWN = new ConcurrentHashMap<>();

    /** Reads a text, unless that was done before. */
    static StatementProperties of(String sql) {
        StatementProperties known = KNOWN.get(sql);
        if (known != null) {
            return known;
        }
        StatementProperties read = new StatementProperties(
                PlainStatements.leaving(sql),
                StatementText.setsTransactionMode(sql),
                StatementText.mayEndTransaction(sql),
                StatementText.beginsTransaction(sql));
        if (KNOWN.size() < REMEMBERED) {
            KNOWN.put(sql, read);
        }
        return read;
    }
}
