package dev.tenon.runtime.internal.lock;

/**
 * A comment before a statement, from which a waiting migrator learns how far the holder has come before anything is
 * committed. The server shows it in {@code pg_stat_activity}.
 */
public final class StatementLabel {

    /** The regular expression of the server for a statement with a label; the label is its group. */
    static final String PATTERN = "^\\s*/\\* tenon: ([^*]*) \\*/";

    private StatementLabel() {}

    /** Returns the statement with a label that changes whenever there was progress. */
    public static String labelled(String label, String sql) {
        return "/* tenon: " + label.replace('*', ' ') + " */ " + sql;
    }
}
