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
 * A generated step that is committed, as far as taking it back is concerned.
 *
 * @param step which, counted from 1
 * @param mode how it was run
 * @param costly whether running it again takes long
 * @param undos what undoes its statements; less than there are if any is of no known kind
 * @param statements its statements
 * @param words every word in it that may be a name
 * @param dropped the names of what it drops for good
 * @param gone the names of what is not there any longer after it, or has another type
 * @param undoing the words in what undoes it; empty if the history does not say
 */
public record CommittedStep(
        int step,
        StepMode mode,
        boolean costly,
        List<Undo> undos,
        List<String> statements,
        Set<String> words,
        Set<String> dropped,
        Set<String> gone,
        Optional<Set<String>> undoing) {

    private static final StatementPattern DROP = new StatementPattern(
            "drop (?:table|view|materialized view|sequence|type|domain|function|schema|extension) <name>");

    private static final StatementPattern COLUMN = new StatementPattern(
            "alter table(?: only)? (?!only\\b)<name> (?:drop column <name>|alter column <name> type)");

    public CommittedStep {
        undos = List.copyOf(undos);
        statements = List.copyOf(statements);
        words = Set.copyOf(words);
        dropped = Set.copyOf(dropped);
        gone = Set.copyOf(gone);
        undoing = undoing.map(Set::copyOf);
    }

    /**
     * Reads a step.
     *
     * @param undoing the statements that undo it; empty if the history does not say
     */
    public static CommittedStep of(
            int step, StepMode mode, boolean costly, List<String> statements, Optional<List<String>> undoing) {
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
                words(statements),
                dropped,
                gone(statements, undos, dropped),
                undoing.map(CommittedStep::words));
    }

    private static Set<String> gone(List<String> statements, List<Undo> undos, Set<String> dropped) {
        Set<String> gone = new HashSet<>(dropped);
        for (String sql : statements) {
            COLUMN.match(sql)
                    .map(head -> head.group(2) == null ? head.group(3) : head.group(2))
                    .ifPresent(column -> gone.add(NameParser.parse(column).name()));
        }
        undos.stream()
                .filter(undo -> undo.way() == StatementAction.RENAMES)
                .flatMap(undo -> undo.members().stream())
                .forEach(member -> gone.add(member.name()));
        return gone;
    }

    private static Set<String> words(List<String> statements) {
        Set<String> words = new HashSet<>();
        for (String sql : statements) {
            for (QualifiedName name : ReferencedNames.in(sql).names()) {
                words.add(name.schema());
                words.add(name.name());
            }
        }
        return words;
    }

    /** Whether all of it can be taken back. */
    boolean canGo() {
        return undoing.isPresent()
                && undos.size() == statements.size()
                && undos.stream().allMatch(Undo::possible);
    }

    /** Whether it changed for good what was there before. */
    boolean changesForGood() {
        return undos.size() < statements.size();
    }

    /** Whether what undoes it needs something that the other one dropped. */
    boolean needsOf(CommittedStep other) {
        return undoing.filter(words -> other.dropped.stream().anyMatch(words::contains))
                .isPresent();
    }

    boolean inBatches() {
        return mode == StepMode.BATCHES;
    }

    /** The tables that it made, and that nobody used before. */
    List<QualifiedName> madeTables() {
        return undos.stream().flatMap(undo -> undo.made().stream()).toList();
    }

    /** Whether any statement of that way is about the member. */
    boolean has(StatementAction way, AffectedObject member) {
        return undos.stream()
                .filter(undo -> undo.way() == way)
                .anyMatch(undo -> undo.members().stream().anyMatch(member::mayBe));
    }
}
