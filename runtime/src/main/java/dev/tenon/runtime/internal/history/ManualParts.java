package dev.tenon.runtime.internal.history;

import dev.tenon.schema.internal.migrations.file.Migration;
import java.util.Optional;

/** The current manual parts of applied migrations. */
interface ManualParts {

    /**
     * Returns the checksum of the migration's manual part; empty if it has none.
     *
     * @param last the row of its last step
     */
    Optional<String> of(Migration migration, HistoryRow last);
}
