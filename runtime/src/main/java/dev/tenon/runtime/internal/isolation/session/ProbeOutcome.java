package dev.tenon.runtime.internal.isolation.session;

import dev.tenon.runtime.isolation.Verdict;

/**
 * The result of a probe for one object.
 *
 * @param verdict the verdict
 * @param detail the reason
 */
public record ProbeOutcome(Verdict verdict, String detail) {

    public static ProbeOutcome held() {
        return held("");
    }

    public static ProbeOutcome held(String detail) {
        return new ProbeOutcome(Verdict.HELD, detail);
    }

    public static ProbeOutcome warning(String detail) {
        return new ProbeOutcome(Verdict.WARNING, detail);
    }

    public static ProbeOutcome broken(String leak) {
        return new ProbeOutcome(Verdict.BROKEN, leak);
    }

    public static ProbeOutcome notApplicable(String reason) {
        return new ProbeOutcome(Verdict.NOT_APPLICABLE, reason);
    }

    public static ProbeOutcome notProven(String obstacle) {
        return new ProbeOutcome(Verdict.NOT_PROVEN, obstacle);
    }
}
