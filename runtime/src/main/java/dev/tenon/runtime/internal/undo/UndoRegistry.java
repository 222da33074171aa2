package dev.tenon.runtime.internal.undo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The registry of the undo rules; finds the statements that undo a given one. */
final class UndoRegistry {

    private static final List<UndoRule> RULES = Stream.of(
                    ColumnUndo.RULES,
                    ConstraintUndo.RULES,
                    IndexUndo.RULES,
                    NameUndo.RULES,
                    ObjectUndo.RULES,
                    OtherUndo.RULES)
            .flatMap(List::stream)
            .toList();

    private UndoRegistry() {}

    /** Returns the undo of the statement; empty if it has none or is unknown. */
    static Optional<Undo> of(String sql) {
        return RULES.stream().flatMap(rule -> rule.undo(sql).stream()).findFirst();
    }
}
