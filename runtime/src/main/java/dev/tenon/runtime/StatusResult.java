package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import java.util.List;
import java.util.Objects;

/**
 * What {@link Tenon#status()} found: the migrations directory and the database side by side.
 *
 * @param state the comparison of the two
 */
public record StatusResult(MigrationState state) {

    public StatusResult {
        Objects.requireNonNull(state, "state");
    }

    /** How many migrations the database has applied in full. */
    public int applied() {
        return state.applied();
    }

    /** How many migrations the directory has. */
    public int expected() {
        return state.expected();
    }

    /** How many migrations of the directory are not applied, or not in full. */
    public int pending() {
        return state.pending();
    }

    /** The migrations of the directory, in order. */
    public List<MigrationStatus> migrations() {
        return state.migrations();
    }

    /** In what the two contradict each other; {@link Tenon#migrate()} would refuse to go on. */
    public List<String> problems() {
        return state.faults().stream().map(Fault::message).toList();
    }

    /** Whether the database has applied what the directory has, no more and no less. */
    public boolean isCurrent() {
        return state.isCurrent();
    }
}
