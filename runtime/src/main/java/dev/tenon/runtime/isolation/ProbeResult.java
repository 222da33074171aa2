package dev.tenon.runtime.isolation;

import dev.tenon.schema.ObjectPath;
import java.util.Objects;

/**
 * The result of one probe for one object.
 *
 * @param at the table or the role
 * @param probe the name of the probe, for example {@code other-select}
 * @param verdict its verdict
 * @param detail the reason, the leak, or the missing precondition; empty if the verdict is enough
 */
public record ProbeResult(ObjectPath at, String probe, Verdict verdict, String detail) {

    public ProbeResult {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return at + " " + probe + " " + verdict + (detail.isEmpty() ? "" : ": " + detail);
    }
}
