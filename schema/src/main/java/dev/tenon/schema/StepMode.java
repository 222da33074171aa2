package dev.tenon.schema;

import java.util.Locale;

/** How the statements of a step are run. */
public enum StepMode {
    /** Together, in one transaction. */
    TRANSACTION,
    /** One statement that PostgreSQL refuses inside a transaction. */
    NO_TRANSACTION,
    /** One statement, again and again over ranges of the table, a transaction each. */
    BATCHES;

    /** The word for it in a migration file, for example {@code no-transaction}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
