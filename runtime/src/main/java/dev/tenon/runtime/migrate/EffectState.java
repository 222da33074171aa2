package dev.tenon.runtime.migrate;

/** How much of a statement's effect a database shows. */
public enum EffectState {
    /** Nothing of it. */
    NONE,
    /** A partial result, which must be removed. */
    BROKEN,
    /** All of it. */
    COMPLETE,
    /** It does not matter: the statement may run again. */
    REPEATABLE,
    /** The catalogs do not tell. */
    UNKNOWN
}
