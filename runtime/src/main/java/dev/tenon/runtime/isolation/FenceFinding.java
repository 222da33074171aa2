package dev.tenon.runtime.isolation;

import dev.tenon.schema.ObjectPath;
import java.util.Objects;

/**
 * Rows of one table that row-level security hides from everybody, or that lead from one tenant to another.
 *
 * @param at the table, or the foreign key
 * @param kind what is wrong with the rows
 * @param rows their number; zero if they could not be counted
 * @param detail the same in words
 */
public record FenceFinding(ObjectPath at, Kind kind, long rows, String detail) {

    /** What is wrong with rows. */
    public enum Kind {
        /** They have no tenant. */
        NO_TENANT,
        /** Their tenant does not exist. */
        UNKNOWN_TENANT,
        /** They reference a row of another tenant. */
        OTHER_TENANT,
        /** They could not be counted. */
        NOT_COUNTED
    }

    public FenceFinding {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return at + ": " + detail;
    }
}
