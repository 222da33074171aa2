package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.Checksum;
import dev.tenon.schema.history.JournalEntry;
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
 */
record StepEntry(JournalEntry journal, StepId id, Optional<String> manual, StepKind kind, String checksum) {

    /** The entry of a step whose statements have been read. */
    static StepEntry of(StepContext step, StepReading statements) {
        return new StepEntry(
                step.migration().entry(), step.id(), step.outline().manual(), statements.kind(), statements.checksum());
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
            version
        };
    }
}
