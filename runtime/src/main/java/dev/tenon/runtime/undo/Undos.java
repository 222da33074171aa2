package dev.tenon.runtime.undo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows every kind of generated statement that can be taken back, and finds what undoes a given one. */
public final class Undos {

    private static final List<UndoRule> RULES = Stream.of(
                    ColumnUndo.RULES, ConstraintUndo.RULES, IndexUndo.RULES, NameUndo.RULES, OtherUndo.RULES)
            .flatMap(List::stream)
            .toList();

    private Undos() {}

    /** What undoes the statement; empty if nothing does, or nobody knows. */
    public static Optional<Undo> of(String sql) {
        return RULES.stream().flatMap(rule -> rule.undo(sql).stream()).findFirst();
    }
}
