package dev.tenon.schema.internal.sql.parse;

import java.io.Serial;

/** A text cannot be separated into SQL statements; it contains the position and the problem. */
public final class SqlSyntaxException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ScriptLocation at;
    private final String problem;

    SqlSyntaxException(ScriptLocation at, String problem) {
        super("line " + at.line() + ", column " + at.column() + ": " + problem);
        this.at = at;
        this.problem = problem;
    }

    /** The position of the problem; if something is not closed, the position at which it begins. */
    public ScriptLocation at() {
        return at;
    }

    /** The problem without its position, in one sentence without a full stop. */
    public String problem() {
        return problem;
    }
}
