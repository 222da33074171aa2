package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** A check of the application role that does not depend on a table. */
public interface RoleCheck {

    /** The check's name in reports. */
    String name();

    /**
     * Looks it up.
     *
     * @param tables the tables that hold rows of tenants
     * @throws SQLException if the database gives no answer
     */
    ProbeOutcome run(ProbeSession stage, List<QualifiedName> tables) throws SQLException;
}
