package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.schema.QualifiedName;
import java.util.Optional;
import java.util.Set;

/**
 * What a pending statement means for the checks before the first step.
 *
 * @param kind its kind
 * @param table the table whose expressions it contains, or whose rows it writes
 * @param before the beginning of its equivalent on a copy, up to the name of the table
 * @param after the rest after the name of the table
 * @param names the words of the names that it creates, changes or drops
 */
record StatementShape(Kind kind, Optional<QualifiedName> table, String before, String after, Set<String> names) {

    /** The kinds of statements that the checks distinguish. */
    enum Kind {
        /** Changes columns of a table. */
        COLUMNS,
        /** Adds an object with an expression over a table: check, exclusion, index or policy. */
        EXPRESSION,
        /** Requires that a column is not null. */
        REQUIRED,
        /** Updates or deletes rows of one table. */
        ROWS,
        /** Moves rows of one table to another, with their values. */
        MOVED_ROWS,
        /** Writes rows otherwise. */
        OTHER_ROWS,
        /** Creates a type or domain. */
        TYPE,
        /** Changes a type or domain, so that the same expression has another meaning. */
        CHANGED_TYPE,
        /** Creates a function or procedure. */
        ROUTINE,
        /** Creates a view. */
        VIEW,
        /** Creates, changes or drops other objects. */
        NAMES,
        /** Switches the checks of function bodies. */
        BODIES_CHECKED,
        BODIES_UNCHECKED,
        /** Has no meaning for expressions and rows. */
        NEUTRAL,
        /** May do anything. */
        OPAQUE
    }

    StatementShape {
        names = Set.copyOf(names);
    }

    static StatementShape of(Kind kind) {
        return new StatementShape(kind, Optional.empty(), "", "", Set.of());
    }

    static StatementShape named(Kind kind, String names) {
        return new StatementShape(kind, Optional.empty(), "", "", SqlWords.of(names));
    }

    static StatementShape on(Kind kind, String table, String before, String after, String names) {
        return new StatementShape(kind, Optional.of(NameParser.parse(table)), before, after, SqlWords.of(names));
    }

    /** Whether it updates or deletes rows of its table. */
    boolean writesRowsOfTable() {
        return kind == Kind.ROWS || kind == Kind.MOVED_ROWS;
    }

    /** Returns the equivalent statement on another table. */
    String on(String other) {
        return before + other + after;
    }
}
