package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.ObjectPath;
import java.util.Optional;

/**
 * The objection of a rule to a change.
 *
 * @param at the object that it is about
 * @param attribute the attribute of the object; empty for the object as a whole
 * @param problem what is wrong, in one sentence without a full stop
 * @param remedy how to fix it other than by accepting it; empty if acceptance is the only way
 * @param acceptance the acceptance of the change, for example {@code drop-column:plan.notes}; empty if it cannot be
 *     accepted
 */
record Hazard(ObjectPath at, String attribute, String problem, String remedy, Optional<String> acceptance) {

    /** An objection that an acceptance removes. */
    static Hazard unlessAccepted(ObjectPath at, String verb, String problem, String remedy) {
        return new Hazard(at, "", problem, remedy, Optional.of(verb + ":" + at.display()));
    }

    /** An objection that only a change of the entities settles. */
    static Hazard always(ObjectPath at, String attribute, String problem, String remedy) {
        return new Hazard(at, attribute, problem, remedy, Optional.empty());
    }
}
