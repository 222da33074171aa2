package dev.tenon.runtime.internal.step;

import java.util.regex.Pattern;

/** Recognizes statements that begin or end a transaction, which are not allowed: steps are the transactions. */
final class TransactionControl {

    private static final Pattern CONTROL = Pattern.compile(
            "(?:begin|start\\s+transaction|commit|end|abort|prepare\\s+transaction|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TransactionControl() {}

    static boolean is(String sql) {
        return CONTROL.matcher(sql).matches();
    }
}
