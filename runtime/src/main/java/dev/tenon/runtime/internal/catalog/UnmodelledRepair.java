package dev.tenon.runtime.internal.catalog;

import java.util.List;
import java.util.Objects;

/** How to revert an unmodelled difference. */
public sealed interface UnmodelledRepair {

    /** When statements run. */
    enum RepairPhase {
        /** Whoever owns the objects may do the rest. */
        OWNERS,
        /** Removes obstacles before other corrections. */
        OBSTACLES,
        /** Corrects objects under their present names before others are recreated. */
        REPAIRS,
        /** What needs the rest to be as it should be. */
        LAST
    }

    /**
     * Statements, which the server wrote where it found the thing.
     *
     * @param phase when they run
     * @param sql the statements, without semicolons
     * @param caution what to know before running them; empty where there is nothing
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
     * Nothing that could be written down.
     *
     * @param reason why
     */
    record Impossible(String reason) implements UnmodelledRepair {
        public Impossible {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
