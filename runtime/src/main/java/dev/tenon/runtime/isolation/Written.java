package dev.tenon.runtime.isolation;

/** Judges the attempt to write a row that no policy may let pass. */
final class Written {

    private Written() {}

    /**
     * What the answer means.
     *
     * @param answer the server's answer
     * @param what what was attempted, as the beginning of a sentence: "a row of another tenant"
     */
    static Outcome judge(Answer answer, String what) {
        if (answer.refusal().isEmpty()) {
            return answer.count() > 0
                    ? Outcome.broken(what + " was written")
                    : Outcome.notProven(what + " could not be tried: the tenant has no row that it can access");
        }
        Refusal refusal = answer.refusal().get();
        if (refusal.byRowSecurity()) {
            return Outcome.held();
        }
        if (Guard.stopped(refusal)) {
            return Outcome.broken("rows of other tenants can be changed by UPDATE");
        }
        return refusal.byConstraint()
                ? Outcome.broken(what + " passed row-level security, and only a constraint stopped it: " + refusal)
                : Outcome.notProven(what + " was refused for another reason: " + refusal);
    }
}
