package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what undoes the statements of a step, one after the other: what is about a table that the step has made goes with it. */
public final class StepUndos {

    /** Both of them are about nothing but the first name. */
    private static final List<StatementPattern> ABOUT = List.of(
            new StatementPattern(
                    "alter table(?: only)? (?!only\\b)<name> (?:replica identity|alter column|owner to|disable|no force)"),
            new StatementPattern("revoke [^()]* on (?:table|sequence|schema) <name>"));

    private final Set<QualifiedName> made = new HashSet<>();

    /** What undoes the next statement; empty if nothing does, or nobody knows. */
    public Optional<Undo> next(String sql) {
        Optional<Undo> undo = UndoRegistry.of(sql);
        undo.flatMap(Undo::made).ifPresent(made::add);
        return undo.isEmpty() && isAboutMade(sql) ? Optional.of(Undo.NOTHING) : undo;
    }

    private boolean isAboutMade(String sql) {
        return ABOUT.stream()
                .flatMap(head -> head.match(sql).stream())
                .anyMatch(head -> made.contains(NameParser.parse(head.group(1))));
    }
}
