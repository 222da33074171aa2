package dev.tenon.runtime.internal.format;

/** Shortens a statement to one line for a message. */
public final class BriefSql {
    private static final int LENGTH = 120;

    private BriefSql() {}

    /**
     * Returns the beginning of a statement in one line.
     *
     * @param sql the statement
     * @return the statement, or its beginning with an ellipsis
     */
    public static String of(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip();
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }
}
