package dev.tenon.runtime.migrate;

/** How much of a statement's effect the catalogs show. */
public enum EffectState {
    /** No effect. */
    NONE,
    /** A partial result, which must be removed. */
    PARTIAL,
    /** The whole effect. */
    COMPLETE,
    /** Irrelevant: the statement may run again. */
    REPEATABLE,
    /** The catalogs do not show it. */
    UNKNOWN
}
