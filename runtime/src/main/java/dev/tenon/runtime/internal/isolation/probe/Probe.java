package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;

/** One kind of access to another tenant's rows, tried on one table. */
public interface Probe {

    /** Returns the name of the probe in reports. */
    String name();

    /**
     * Runs the probe; its changes are rolled back afterwards.
     *
     * @throws SQLException if the connection is lost
     * @throws FixtureException if no test row could be generated
     */
    ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException;
}
