package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;

/** A way in which a tenant might access another tenant's rows, tried on one table. */
public interface Probe {

    /** The probe's name in reports. */
    String name();

    /**
     * Tries it. What it does is undone afterwards.
     *
     * @throws SQLException if the database gives no answer at all
     * @throws FixtureException if no row could be made to try it with
     */
    ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds) throws SQLException, FixtureException;
}
