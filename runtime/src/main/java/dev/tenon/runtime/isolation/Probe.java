package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** A way in which a tenant might access another tenant's rows, tried on one table. */
interface Probe {

    /** The probe's name in reports. */
    String name();

    /**
     * Tries it. What it does is undone afterwards.
     *
     * @throws SQLException if the database gives no answer at all
     * @throws SeedException if no row could be made to try it with
     */
    Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException;
}
