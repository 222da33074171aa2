package dev.tenon.schema.internal.sql.parse;

/** What an expression reads of the session, such as its tenant, as far as the text of the expression shows. */
public sealed interface SessionValue {

    /**
     * The value of a configuration parameter, at most converted to another type, and null if it is empty.
     *
     * @param name the parameter
     */
    record Setting(String name) implements SessionValue {}

    /**
     * The result of a function without arguments.
     *
     * @param function its name, qualified if the expression qualifies it
     */
    record Call(String function) implements SessionValue {}

    /** Anything else. */
    record Other() implements SessionValue {}

    /** Reads an expression. */
    static SessionValue of(String expression) {
        return SessionValueParser.value(SqlTokens.meaningful(expression));
    }

    /** Reads what a function without arguments returns, from the statement that creates it. */
    static SessionValue returnedBy(String createFunction) {
        return SessionValueParser.returned(createFunction);
    }
}
