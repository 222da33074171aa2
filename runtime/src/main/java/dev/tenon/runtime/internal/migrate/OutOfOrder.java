package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import java.util.Map;
import java.util.Optional;

/** Finds a pending migration that is older than an applied one. */
final class OutOfOrder {

    private OutOfOrder() {}

    static Optional<Fault> in(MigrationState state) {
        for (int i = 0; i < state.migrations().size(); i++) {
            MigrationStatus older = state.migrations().get(i);
            if (older.progress() != MigrationProgress.APPLIED) {
                return state.migrations().stream()
                        .skip(i + 1L)
                        .filter(later -> later.progress() != MigrationProgress.PENDING)
                        .findFirst()
                        .map(later -> fault(older, later));
            }
        }
        return Optional.empty();
    }

    private static Fault fault(MigrationStatus older, MigrationStatus later) {
        return new Fault(
                FaultCode.OUT_OF_ORDER,
                older.migration() + " is not applied, but the later " + later.migration() + " is",
                "make sure that they are independent, then migrate with --out-of-order",
                Map.of("migration", older.migration().toString()));
    }
}
