package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A committed generated step, with the facts that its undo depends on.
 *
 * @param step the number of the step, from 1
 * @param mode its mode
 * @param costly whether running it again takes long
 * @param undos the undos of its statements; fewer than the statements if one is unknown
 * @param statements its statements
 * @param names all names in its statements
 * @param dropped the names of the objects that it drops
 * @param replaced the names of objects that it drops, renames or gives another type
 * @param undoNames all names in its undo statements; empty if the history has no undo
 */
public record CommittedStep(
        int step,
        StepMode mode,
        boolean costly,
        List<Undo> undos,
        List<String> statements,
        Set<String> names,
        Set<String> dropped,
        Set<String> replaced,
        Optional<Set<String>> undoNames) {

    private static final StatementPattern DROP = new StatementPattern(
            "drop (?:table|view|materialized view|sequence|type|domain|function|schema|extension) <name>");

    private static final StatementPattern COLUMN = new StatementPattern(
            "alter table(?: only)? (?!only\\b)<name> (?:drop column <name>|alter column <name> type)");

    public CommittedStep {
        undos = List.copyOf(undos);
        statements = List.copyOf(statements);
        names = Set.copyOf(names);
        dropped = Set.copyOf(dropped);
        replaced = Set.copyOf(replaced);
        undoNames = undoNames.map(Set::copyOf);
    }

    /**
     * Creates the step from its statements.
     *
     * @param undo its undo statements; empty if the history has none
     */
    public static CommittedStep of(
            int step, StepMode mode, boolean costly, List<String> statements, Optional<List<String>> undo) {
        List<Undo> undos = new ArrayList<>();
        StepUndos reader = new StepUndos();
        Set<String> dropped = new HashSet<>();
        for (String sql : statements) {
            reader.next(sql).ifPresent(undos::add);
            DROP.match(sql)
                    .ifPresent(
                            head -> dropped.add(NameParser.parse(head.group(1)).name()));
        }
        return new CommittedStep(
                step,
                mode,
                costly,
                undos,
                statements,
                names(statements),
                dropped,
                replaced(statements, undos, dropped),
                undo.map(CommittedStep::names));
    }

    private static Set<String> replaced(List<String> statements, List<Undo> undos, Set<String> dropped) {
        Set<String> replaced = new HashSet<>(dropped);
        for (String sql : statements) {
            COLUMN.match(sql)
                    .map(head -> head.group(2) == null ? head.group(3) : head.group(2))
                    .ifPresent(column -> replaced.add(NameParser.parse(column).name()));
        }
        undos.stream()
                .filter(undo -> undo.action() == StatementAction.RENAMES)
                .flatMap(undo -> undo.members().stream())
                .forEach(member -> replaced.add(member.name()));
        return replaced;
    }

    private static Set<String> names(List<String> statements) {
        Set<String> names = new HashSet<>();
        for (String sql : statements) {
            for (QualifiedName name : ReferencedNames.in(sql).names()) {
                names.add(name.schema());
                names.add(name.name());
            }
        }
        return names;
    }

    /** Whether the whole step can be undone. */
    boolean isUndoable() {
        return undoNames.isPresent()
                && undos.size() == statements.size()
                && undos.stream().allMatch(Undo::isPossible);
    }

    /** Whether it changed existing objects irreversibly. */
    boolean isIrreversible() {
        return undos.size() < statements.size();
    }

    /** Whether its undo needs an object that the other step dropped. */
    boolean needsDroppedBy(CommittedStep other) {
        return undoNames
                .filter(names -> other.dropped.stream().anyMatch(names::contains))
                .isPresent();
    }

    boolean inBatches() {
        return mode == StepMode.BATCHES;
    }

    /** Returns the new tables that it created. */
    List<QualifiedName> createdTables() {
        return undos.stream().flatMap(undo -> undo.createdTable().stream()).toList();
    }

    /** Whether one of its statements performs the action on the member. */
    boolean performs(StatementAction action, AffectedObject member) {
        return undos.stream()
                .filter(undo -> undo.action() == action)
                .anyMatch(undo -> undo.members().stream().anyMatch(member::mayEqual));
    }
}
