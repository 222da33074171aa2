package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import java.util.List;
import java.util.Objects;

/**
 * The result of {@link Tenon#status()}: the migrations directory compared with the database.
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

    /** The contradictions between the two; {@link Tenon#migrate()} refuses them. */
    public List<String> problems() {
        return state.faults().stream().map(Fault::message).toList();
    }

    /** Whether the database has applied exactly the migrations of the directory. */
    public boolean isCurrent() {
        return state.isCurrent();
    }
}
