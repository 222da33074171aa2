package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.StatementPattern;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * The undo rule of one kind of generated statement.
 *
 * @param head the beginning of such a statement
 * @param undo creates its undo
 */
record UndoRule(StatementPattern head, Function<Matcher, Undo> undo) {

    static UndoRule of(String head, Function<Matcher, Undo> undo) {
        return new UndoRule(new StatementPattern(head), undo);
    }

    Optional<Undo> undo(String sql) {
        return head.match(sql).map(undo);
    }
}
