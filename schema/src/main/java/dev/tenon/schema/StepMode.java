package dev.tenon.schema;

import java.util.Locale;

/** How the statements of a step are run. */
public enum StepMode {
    /** Together, in one transaction. */
    TRANSACTION,
    /** One statement that PostgreSQL refuses inside a transaction. */
    NO_TRANSACTION,
    /** One statement, repeated over ranges of the table, each in its own transaction. */
    BATCHES;

    /** The name of the mode in a migration file, for example {@code no-transaction}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
