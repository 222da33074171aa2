package dev.tenon.runtime.internal.isolation.session;

/** Evaluates an attempt to write a row that every policy must reject. */
public final class WriteAttempt {

    private WriteAttempt() {}

    /**
     * Evaluates the result.
     *
     * @param result the server's result
     * @param what the attempted write, as the beginning of a sentence: "a row of another tenant"
     */
    public static ProbeOutcome judge(StatementResult result, String what) {
        if (result.refusal().isEmpty()) {
            return result.count() > 0
                    ? ProbeOutcome.broken(what + " was written")
                    : ProbeOutcome.notProven(what + " could not be tried: the tenant has no row that it can access");
        }
        StatementError refusal = result.refusal().get();
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
