package dev.tenon.runtime.isolation;

/**
 * The result of a probe for one object.
 *
 * @param verdict the verdict
 * @param detail why, in words
 */
record Outcome(Verdict verdict, String detail) {

    static Outcome held() {
        return held("");
    }

    static Outcome held(String detail) {
        return new Outcome(Verdict.HELD, detail);
    }

    static Outcome warning(String detail) {
        return new Outcome(Verdict.WARNING, detail);
    }

    static Outcome broken(String leak) {
        return new Outcome(Verdict.BROKEN, leak);
    }

    static Outcome notApplicable(String reason) {
        return new Outcome(Verdict.NOT_APPLICABLE, reason);
    }

    static Outcome notProven(String obstacle) {
        return new Outcome(Verdict.NOT_PROVEN, obstacle);
    }
}
