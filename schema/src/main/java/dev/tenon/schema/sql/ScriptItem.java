package dev.tenon.schema.sql;

/** What a script consists of: statements, and between them the marker lines of whoever reads it. */
public sealed interface ScriptItem permits SqlStatement, ScriptMarker {

    /** The line that it begins on, counted from 1. */
    int line();
}
