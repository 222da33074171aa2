package dev.tenon.runtime.internal.isolation.session;

/** Judges the attempt to write a row that no policy may let pass. */
public final class WriteAttempt {

    private WriteAttempt() {}

    /**
     * What the answer means.
     *
     * @param answer the server's answer
     * @param what what was attempted, as the beginning of a sentence: "a row of another tenant"
     */
    public static ProbeOutcome judge(StatementResult answer, String what) {
        if (answer.refusal().isEmpty()) {
            return answer.count() > 0
                    ? ProbeOutcome.broken(what + " was written")
                    : ProbeOutcome.notProven(what + " could not be tried: the tenant has no row that it can access");
        }
        StatementError refusal = answer.refusal().get();
        if (refusal.byRowSecurity()) {
            return ProbeOutcome.held();
        }
        if (RowCountGuard.stopped(refusal)) {
            return ProbeOutcome.broken("rows of other tenants can be changed by UPDATE");
        }
        return refusal.byConstraint()
                ? ProbeOutcome.broken(what + " passed row-level security, and only a constraint stopped it: " + refusal)
                : ProbeOutcome.notProven(what + " was refused for another reason: " + refusal);
    }
}
