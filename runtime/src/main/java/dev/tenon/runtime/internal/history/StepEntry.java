package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The history entry of a step.
 *
 * @param journal the journal's entry of its migration
 * @param id the step
 * @param manual the checksum of the migration's manual part; empty without one
 * @param kind the origin of the step
 * @param checksum the checksum of the step itself
 * @param undo its undo statements; empty without an undo
 */
public record StepEntry(
        JournalEntry journal,
        StepId id,
        Optional<String> manual,
        StepKind kind,
        String checksum,
        Optional<List<String>> undo) {

    /** Returns the values in the column order of {@link HistoryWriter}, with the version of Tenon at the end. */
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
