package dev.tenon.schema.internal.expression;

/** What an expression in a table is for. */
public enum ExpressionKind {
    /** {@code DEFAULT}, which reads no columns. */
    DEFAULT,
    /** {@code GENERATED ALWAYS AS}. */
    GENERATED,
    /** The condition of a check. */
    CHECK,
    /** The predicate of an index or exclusion constraint. */
    PREDICATE,
    /** A key of an index or exclusion constraint. */
    KEY,
    /** A partition key. */
    PARTITION_KEY,
    /** {@code USING} of a policy. */
    USING,
    /** {@code WITH CHECK} of a policy. */
    WITH_CHECK
}
