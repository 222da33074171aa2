package dev.tenon.runtime.internal.history;

import dev.tenon.schema.internal.migrations.file.Migration;
import java.util.Optional;

/** Knows the manual parts of applied migrations as they are now. */
interface ManualParts {

    /**
     * The checksum of a migration's manual part; empty where it has none.
     *
     * @param last the row of its last step
     */
    Optional<String> of(Migration migration, HistoryRow last);
}
