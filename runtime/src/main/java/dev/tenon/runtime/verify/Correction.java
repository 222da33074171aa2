package dev.tenon.runtime.verify;

import dev.tenon.schema.ObjectPath;
import java.util.Objects;

/**
 * A statement that would correct a difference between a live database and its snapshot. It is printed and never run.
 *
 * @param at the object that it is for
 * @param sql the statement, without a semicolon; empty if no statement corrects the difference
 * @param caution a warning, such as that rows are lost, or why there is no SQL; empty if there is none
 */
public record Correction(ObjectPath at, String sql, String caution) {

    public Correction {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(caution, "caution");
    }
}
