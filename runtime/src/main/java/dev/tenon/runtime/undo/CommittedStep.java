package dev.tenon.runtime.undo;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.plan.StepMode;
import dev.tenon.schema.sql.MentionedNames;
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
 * @param known whether the history says what undoes it
 * @param undos what undoes its statements; less than there are if any is of no known kind
 * @param statements how many it has
 * @param words every word in it that may be a name
 */
public record CommittedStep(
        int step, StepMode mode, boolean costly, boolean known, List<Undo> undos, int statements, Set<String> words) {

    public CommittedStep {
        undos = List.copyOf(undos);
        words = Set.copyOf(words);
    }

    /** Reads a step. */
    public static CommittedStep of(int step, StepMode mode, boolean costly, boolean known, List<String> statements) {
        List<Undo> undos = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (String sql : statements) {
            Undos.of(sql).ifPresent(undos::add);
            for (QualifiedName name : MentionedNames.in(sql).names()) {
                words.add(name.schema());
                words.add(name.name());
            }
        }
        return new CommittedStep(step, mode, costly, known, undos, statements.size(), words);
    }

    /** Whether all of it can be taken back. */
    boolean canGo() {
        return known && undos.size() == statements && undos.stream().allMatch(Undo::possible);
    }

    /** Whether it changed for good what was there before. */
    boolean changesForGood() {
        return undos.size() < statements;
    }

    boolean inBatches() {
        return mode == StepMode.BATCHES;
    }

    /** The tables that it made, and that nobody used before. */
    List<QualifiedName> madeTables() {
        return undos.stream()
                .filter(undo -> undo.way() == Way.STAYS)
                .map(Undo::table)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether any statement of that way is about the member. */
    boolean has(Way way, Member member) {
        return undos.stream()
                .filter(undo -> undo.way() == way)
                .anyMatch(undo -> undo.members().stream().anyMatch(member::mayBe));
    }
}
