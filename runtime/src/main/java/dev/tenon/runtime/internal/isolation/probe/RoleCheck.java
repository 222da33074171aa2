package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** A check of the application role that does not depend on a table. */
public interface RoleCheck {

    /** Returns the name of the check in reports. */
    String name();

    /**
     * Runs the check.
     *
     * @param tables the tenant tables
     * @throws SQLException if the connection is lost
     */
    ProbeOutcome run(ProbeSession session, List<QualifiedName> tables) throws SQLException;
}
