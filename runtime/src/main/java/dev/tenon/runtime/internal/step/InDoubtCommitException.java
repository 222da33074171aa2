package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.migrate.StepId;
import java.sql.SQLException;

/** The connection was lost during COMMIT, so the outcome is unknown. */
public final class InDoubtCommitException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final String xid;
    private final transient StepId step;

    InDoubtCommitException(SQLException loss, String xid, StepId step) {
        super(loss.getMessage(), loss.getSQLState(), loss);
        this.xid = xid;
        this.step = step;
    }

    /** Returns the transaction ID for {@code pg_xact_status}. */
    String xid() {
        return xid;
    }

    StepId step() {
        return step;
    }
}
