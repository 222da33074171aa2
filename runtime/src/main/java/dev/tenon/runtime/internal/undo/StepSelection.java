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
 * Selects the committed steps of a failed migration to undo: those that restrict writes, with all steps that depend
 * on them, unless a step that stays depends on them, too. All steps are undone if that loses no index and no rows,
 * because the migration file may then be corrected as if it had never begun.
 */
public final class StepSelection {

    /** What comes to be without taking anything away. */
    private static final StatementPattern NEW = new StatementPattern("create(?! or replace\\b| rule\\b)");

    private static final StatementPattern OF_TABLE = new StatementPattern("alter table(?: only)? (?!only\\b)<name>");

    private final List<CommittedStep> steps;
    private final Set<QualifiedName> fresh = new HashSet<>();
    private final Set<CommittedStep> going = new HashSet<>();

    private StepSelection(List<CommittedStep> steps) {
        this.steps = steps;
        steps.forEach(step -> fresh.addAll(step.madeTables()));
    }

    /**
     * Selects.
     *
     * @param steps the steps that are committed, in order
     */
    public static Selection of(List<CommittedStep> steps) {
        StepSelection selection = new StepSelection(steps);
        selection.begin();
        selection.going.addAll(grown(selection.going, steps));
        if (!selection.all()) {
            selection.shrink();
        }
        if (!selection.going.isEmpty()) {
            selection.batches();
        }
        SortedSet<Integer> numbers = new TreeSet<>();
        selection.going.forEach(step -> numbers.add(step.step()));
        return new Selection(numbers, selection.restraining());
    }

    /**
     * What was selected.
     *
     * @param going the numbers of the steps that go
     * @param restraining the statements of those that stay, with their steps, after which rows may be refused or come out otherwise
     */
    public record Selection(SortedSet<Integer> going, List<String> restraining) {

        public Selection {
            going = Collections.unmodifiableSortedSet(new TreeSet<>(going));
            restraining = List.copyOf(restraining);
        }
    }

    /** The application writes rows without the new values meanwhile, so what filled them must look for such rows again. */
    private void batches() {
        for (CommittedStep step : steps) {
            boolean runs = step.inBatches()
                    && step.canGo()
                    && steps.stream()
                            .filter(other -> other.step() > step.step() && !going.contains(other))
                            .noneMatch(other -> other.gone().stream().anyMatch(step.words()::contains));
            if (runs) {
                going.add(step);
            }
        }
    }

    private List<String> restraining() {
        List<String> restraining = new ArrayList<>();
        for (CommittedStep step : steps) {
            if (!going.contains(step)) {
                step.statements().stream()
                        .filter(sql -> restrains(step, sql))
                        .forEach(sql -> restraining.add("step " + step.step() + ": " + sql));
            }
        }
        return restraining;
    }

    private boolean restrains(CommittedStep step, String sql) {
        return UndoRegistry.of(sql)
                .map(undo -> restrains(step, undo))
                .orElseGet(() -> NEW.match(sql).isEmpty()
                        && OF_TABLE.match(sql)
                                .filter(head -> fresh.contains(NameParser.parse(head.group(1))))
                                .isEmpty());
    }

    private void begin() {
        steps.stream().filter(this::restrains).forEach(going::add);
    }

    private boolean restrains(CommittedStep step) {
        return step.undos().stream().anyMatch(undo -> restrains(step, undo));
    }

    private boolean restrains(CommittedStep step, Undo undo) {
        if (undo.restraint() == WriteRestriction.NONE
                || undo.table().filter(fresh::contains).isPresent()) {
            return false;
        }
        boolean dropped = undo.way() == StatementAction.MAKES
                && any(
                        undo,
                        member -> later(step).stream().anyMatch(other -> other.has(StatementAction.DROPS, member)));
        boolean own = undo.restraint() == WriteRestriction.ON_OLD
                && any(undo, member -> upTo(step).stream().anyMatch(other -> other.has(StatementAction.MAKES, member)));
        return !dropped && !own;
    }

    /** With them go all that goes with any of them. */
    private static Set<CommittedStep> grown(Set<CommittedStep> going, Collection<CommittedStep> all) {
        Set<CommittedStep> grown = new HashSet<>(going);
        boolean more = true;
        while (more) {
            more = grown.addAll(all.stream()
                    .filter(other -> grown.stream().anyMatch(step -> goesWith(step, other)))
                    .toList());
        }
        return grown;
    }

    private static boolean goesWith(CommittedStep going, CommittedStep other) {
        return going.undos().stream().anyMatch(undo -> any(undo, member -> goesWith(going, undo, member, other)));
    }

    private static boolean goesWith(CommittedStep going, Undo undo, AffectedObject member, CommittedStep other) {
        if (other.inBatches()) {
            return member.isIn(other.words());
        }
        if (other.step() < going.step()) {
            return (undo.way() == StatementAction.DROPS || undo.way() == StatementAction.JOINS)
                    && other.has(StatementAction.MAKES, member);
        }
        return undo.way().names() ? member.isIn(other.words()) : other.has(StatementAction.CHANGES, member);
    }

    private boolean all() {
        boolean cheap = steps.stream().allMatch(step -> going.contains(step) || !step.costly());
        boolean possible = steps.stream().allMatch(CommittedStep::canGo);
        if (cheap && possible) {
            going.addAll(steps);
        }
        return cheap && possible;
    }

    private void shrink() {
        going.removeIf(step -> !step.canGo());
        boolean shrunk = true;
        while (shrunk) {
            shrunk = going.removeIf(step ->
                    steps.stream().filter(other -> !going.contains(other)).anyMatch(staying -> holds(staying, step)));
            // What was to go with a step that stays has no reason to.
            Set<CommittedStep> reasons = new HashSet<>(going);
            reasons.removeIf(step -> !restrains(step));
            shrunk |= going.retainAll(grown(reasons, going));
        }
    }

    /** Whether a step can only be taken back together with another, which stays. */
    private static boolean holds(CommittedStep staying, CommittedStep going) {
        return (staying.step() > going.step() && going.needsOf(staying))
                || going.undos().stream().anyMatch(undo -> any(undo, member -> holds(staying, going, undo, member)));
    }

    private static boolean holds(CommittedStep staying, CommittedStep going, Undo undo, AffectedObject member) {
        if (staying.step() < going.step()) {
            boolean changed =
                    undo.way() != StatementAction.MAKES && staying.changesForGood() && member.isIn(staying.words());
            return changed
                    || ((undo.way() == StatementAction.DROPS || undo.way() == StatementAction.JOINS)
                            && staying.has(StatementAction.MAKES, member));
        }
        if (undo.way().names()) {
            return member.isIn(staying.words());
        }
        return staying.has(StatementAction.CHANGES, member)
                || (staying.changesForGood() && member.isIn(staying.words()));
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
