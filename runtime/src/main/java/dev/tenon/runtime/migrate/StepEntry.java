package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.Checksum;
import dev.tenon.schema.history.JournalEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is entered into the history about a step.
 *
 * @param journal the journal's entry of its migration
 * @param id which step
 * @param manual the checksum of the migration's manual part; empty where there is none
 * @param kind where the step comes from
 * @param checksum the checksum of the step itself
 * @param undo the statements that undo it; empty if nothing does
 */
record StepEntry(
        JournalEntry journal,
        StepId id,
        Optional<String> manual,
        StepKind kind,
        String checksum,
        Optional<List<String>> undo) {

    /** The entry of a step whose statements have been read. */
    static StepEntry of(StepContext step, StepReading statements, UndoNotes undo) {
        return new StepEntry(
                step.migration().entry(),
                step.id(),
                step.outline().manual(),
                statements.kind(),
                statements.checksum(),
                undo.statements());
    }

    /** The values in the order of the columns that {@link History} writes, with the version of Tenon as the last. */
    @Nullable
    Object[] values(String version) {
        return new @Nullable Object[] {
            journal.migration().number(),
            journal.migration().name(),
            journal.hash().text(),
            id.step(),
            id.steps(),
            kind.text(),
            journal.generated().map(Checksum::text).orElse(null),
            manual.orElse(null),
            checksum,
            undo.map(statements -> statements.toArray(String[]::new)).orElse(null),
            version
        };
    }
}
