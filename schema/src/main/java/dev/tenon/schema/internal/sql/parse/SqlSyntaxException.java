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

    /** Where it is wrong: for what does not end, where it begins. */
    public ScriptLocation at() {
        return at;
    }

    /** What is wrong, without the place, in one sentence without a full stop. */
    public String problem() {
        return problem;
    }
}
