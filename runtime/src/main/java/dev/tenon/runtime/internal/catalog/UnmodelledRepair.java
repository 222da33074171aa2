package dev.tenon.runtime.internal.catalog;

import java.util.List;
import java.util.Objects;

/** How to revert an unmodelled difference. */
public sealed interface UnmodelledRepair {

    /** The phase of a statement in the list of corrections. */
    enum RepairPhase {
        /** Corrects owners first, because the owner may run the other corrections. */
        OWNERS,
        /** Removes obstacles before other corrections. */
        OBSTACLES,
        /** Corrects objects under their present names before others are recreated. */
        REPAIRS,
        /** Runs last, because it needs the other corrections. */
        LAST
    }

    /**
     * Runs statements, which the catalog query returns together with the attribute.
     *
     * @param phase the phase of the statements
     * @param sql the statements, without semicolons
     * @param caution a warning for the statements; empty if there is none
     */
    record Statements(RepairPhase phase, List<String> sql, String caution) implements UnmodelledRepair {
        public Statements {
            Objects.requireNonNull(phase, "phase");
            sql = List.copyOf(sql);
            Objects.requireNonNull(caution, "caution");
        }
    }

    /** The object is recreated. */
    record Recreate() implements UnmodelledRepair {}

    /**
     * No statement can revert it.
     *
     * @param reason the reason
     */
    record Impossible(String reason) implements UnmodelledRepair {
        public Impossible {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
