package dev.tenon.runtime.verify;

import dev.tenon.schema.ObjectPath;
import java.util.Objects;

/**
 * One statement of those that would make a live database what its snapshot says. It is shown to people and never run.
 *
 * @param at the object that it is for
 * @param sql the statement, without a semicolon; empty where none leads there
 * @param caution what to know before running it, such as that rows are lost, or why there is no SQL; empty where there is nothing
 */
public record Correction(ObjectPath at, String sql, String caution) {

    public Correction {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(caution, "caution");
    }
}
