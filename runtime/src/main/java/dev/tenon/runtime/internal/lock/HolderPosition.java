package dev.tenon.runtime.internal.lock;

import dev.tenon.runtime.migrate.StepId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a migrator has come, as its committed entries in the history show.
 *
 * @param step the step that is running, or the last committed one
 * @param committed whether that step is committed
 * @param percent the completed part of the running step; empty if unknown
 * @param counters a text that changes whenever a step, a batch or an undo is committed
 */
public record HolderPosition(StepId step, boolean committed, OptionalInt percent, String counters) {

    public HolderPosition {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(percent, "percent");
        Objects.requireNonNull(counters, "counters");
    }

    /** Reads the position over a session in autocommit mode; empty if the history has none. */
    public interface Reader {
        Optional<HolderPosition> read(Connection connection) throws SQLException;
    }
}
