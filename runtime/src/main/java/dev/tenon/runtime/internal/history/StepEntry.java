package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
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
public record StepEntry(
        JournalEntry journal,
        StepId id,
        Optional<String> manual,
        StepKind kind,
        String checksum,
        Optional<List<String>> undo) {

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
