package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.Migration;
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
