package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Selects the committed steps of a failed migration to undo: those that restrict writes, with all steps that depend on
 * them, unless a remaining step depends on them, too. All steps are undone if that loses no index and no rows, because
 * the migration file may then be corrected as if it had never started.
 */
public final class StepSelection {

    /** Statements that create an object and remove nothing. */
    private static final StatementPattern NEW = new StatementPattern("create(?! or replace\\b| rule\\b)");

    /** Statements that move rows to a new partition: afterwards, the same rows are accepted as before. */
    private static final StatementPattern MOVE =
            new StatementPattern("(?:with moved as|lock table|alter table <name> attach partition)");

    private static final StatementPattern OF_TABLE = new StatementPattern("alter table(?: only)? (?!only\\b)<name>");

    private final List<CommittedStep> steps;
    private final Set<QualifiedName> newTables = new HashSet<>();
    private final Set<CommittedStep> selected = new HashSet<>();

    private StepSelection(List<CommittedStep> steps) {
        this.steps = steps;
        steps.forEach(step -> newTables.addAll(step.createdTables()));
    }

    /**
     * Selects the steps to undo.
     *
     * @param steps the committed steps, in order
     */
    public static Selection of(List<CommittedStep> steps) {
        StepSelection selection = new StepSelection(steps);
        selection.selectRestricting();
        selection.selected.addAll(withDependents(selection.selected, steps));
        if (!selection.selectAllIfCheap()) {
            selection.removeImpossible();
        }
        if (!selection.selected.isEmpty()) {
            selection.selectBatches();
        }
        SortedSet<Integer> numbers = new TreeSet<>();
        selection.selected.forEach(step -> numbers.add(step.step()));
        return new Selection(numbers, selection.restricting());
    }

    /**
     * The selected steps.
     *
     * @param selected the numbers of the steps to undo
     * @param restricting the statements of the remaining steps that may reject writes or change their result, with
     *     their steps
     */
    public record Selection(SortedSet<Integer> selected, List<String> restricting) {

        public Selection {
            selected = Collections.unmodifiableSortedSet(new TreeSet<>(selected));
            restricting = List.copyOf(restricting);
        }
    }

    /** The application meanwhile writes rows without the new values, so backfills must run again. */
    private void selectBatches() {
        for (CommittedStep step : steps) {
            boolean runs = step.inBatches()
                    && step.isUndoable()
                    && steps.stream()
                            .filter(other -> other.step() > step.step() && !selected.contains(other))
                            .noneMatch(other -> other.replaced().stream().anyMatch(step.names()::contains));
            if (runs) {
                selected.add(step);
            }
        }
    }

    private List<String> restricting() {
        List<String> restricting = new ArrayList<>();
        for (CommittedStep step : steps) {
            if (!selected.contains(step)) {
                step.statements().stream()
                        .filter(sql -> restrictsWrites(step, sql))
                        .forEach(sql -> restricting.add("step " + step.step() + ": " + sql));
            }
        }
        return restricting;
    }

    private boolean restrictsWrites(CommittedStep step, String sql) {
        return UndoRegistry.of(sql)
                .map(undo -> restrictsWrites(step, undo))
                .orElseGet(() -> NEW.match(sql).isEmpty()
                        && MOVE.match(sql).isEmpty()
                        && OF_TABLE.match(sql)
                                .filter(head -> newTables.contains(NameParser.parse(head.group(1))))
                                .isEmpty());
    }

    private void selectRestricting() {
        steps.stream().filter(this::restrictsWrites).forEach(selected::add);
    }

    private boolean restrictsWrites(CommittedStep step) {
        return step.undos().stream().anyMatch(undo -> restrictsWrites(step, undo));
    }

    private boolean restrictsWrites(CommittedStep step, Undo undo) {
        if (undo.restriction() == WriteRestriction.NONE
                || undo.table().filter(newTables::contains).isPresent()) {
            return false;
        }
        boolean dropped = undo.action() == StatementAction.CREATES
                && any(
                        undo,
                        member ->
                                later(step).stream().anyMatch(other -> other.performs(StatementAction.DROPS, member)));
        boolean own = undo.restriction() == WriteRestriction.ON_EXISTING
                && any(
                        undo,
                        member ->
                                upTo(step).stream().anyMatch(other -> other.performs(StatementAction.CREATES, member)));
        return !dropped && !own;
    }

    /** Adds the steps that must be undone with the given ones, transitively. */
    private static Set<CommittedStep> withDependents(
            Set<CommittedStep> selected, Collection<CommittedStep> candidates) {
        Set<CommittedStep> withDependents = new HashSet<>(selected);
        boolean changed = true;
        while (changed) {
            changed = withDependents.addAll(candidates.stream()
                    .filter(other -> withDependents.stream().anyMatch(step -> mustAccompany(step, other)))
                    .toList());
        }
        return withDependents;
    }

    private static boolean mustAccompany(CommittedStep selected, CommittedStep other) {
        return selected.undos().stream()
                .anyMatch(undo -> any(undo, member -> mustAccompany(selected, undo, member, other)));
    }

    private static boolean mustAccompany(
            CommittedStep selected, Undo undo, AffectedObject member, CommittedStep other) {
        if (other.inBatches()) {
            return member.isNamedIn(other.names());
        }
        if (other.step() < selected.step()) {
            return (undo.action() == StatementAction.DROPS || undo.action() == StatementAction.COMPLETES)
                    && other.performs(StatementAction.CREATES, member);
        }
        return undo.action().definesNames()
                ? member.isNamedIn(other.names())
                : other.performs(StatementAction.ALTERS, member);
    }

    private boolean selectAllIfCheap() {
        boolean cheap = steps.stream().allMatch(step -> selected.contains(step) || !step.costly());
        boolean possible = steps.stream().allMatch(CommittedStep::isUndoable);
        if (cheap && possible) {
            selected.addAll(steps);
        }
        return cheap && possible;
    }

    private void removeImpossible() {
        selected.removeIf(step -> !step.isUndoable());
        boolean changed = true;
        while (changed) {
            changed = selected.removeIf(step -> steps.stream()
                    .filter(other -> !selected.contains(other))
                    .anyMatch(remaining -> prevents(remaining, step)));
            // A step needs no undo if the step that required it remains.
            Set<CommittedStep> reasons = new HashSet<>(selected);
            reasons.removeIf(step -> !restrictsWrites(step));
            changed |= selected.retainAll(withDependents(reasons, selected));
        }
    }

    /** Whether a step can only be undone together with one that remains. */
    private static boolean prevents(CommittedStep remaining, CommittedStep selected) {
        return (remaining.step() > selected.step() && selected.needsDroppedBy(remaining))
                || selected.undos().stream()
                        .anyMatch(undo -> any(undo, member -> prevents(remaining, selected, undo, member)));
    }

    private static boolean prevents(CommittedStep remaining, CommittedStep selected, Undo undo, AffectedObject member) {
        if (remaining.step() < selected.step()) {
            boolean changed = undo.action() != StatementAction.CREATES
                    && remaining.isIrreversible()
                    && member.isNamedIn(remaining.names());
            return changed
                    || ((undo.action() == StatementAction.DROPS || undo.action() == StatementAction.COMPLETES)
                            && remaining.performs(StatementAction.CREATES, member));
        }
        if (undo.action().definesNames()) {
            return member.isNamedIn(remaining.names());
        }
        return remaining.performs(StatementAction.ALTERS, member)
                || (remaining.isIrreversible() && member.isNamedIn(remaining.names()));
    }

    private List<CommittedStep> later(CommittedStep step) {
        return steps.stream().filter(other -> other.step() >= step.step()).toList();
    }

    private List<CommittedStep> upTo(CommittedStep step) {
        return steps.stream().filter(other -> other.step() <= step.step()).toList();
    }

    private static boolean any(Undo undo, Predicate<AffectedObject> condition) {
        return undo.members().stream().anyMatch(condition);
    }
}
