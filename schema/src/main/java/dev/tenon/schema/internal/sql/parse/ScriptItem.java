package dev.tenon.schema.internal.sql.parse;

/** An element of a script: a statement, or a marker line of the script's reader. */
public sealed interface ScriptItem permits SqlStatement, ScriptMarker {

    /** The line that it begins on, counted from 1. */
    int line();
}
