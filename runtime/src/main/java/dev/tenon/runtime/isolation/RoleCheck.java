package dev.tenon.runtime.isolation;

import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** A check of the application role that does not depend on a table. */
interface RoleCheck {

    /** The check's name in reports. */
    String name();

    /**
     * Looks it up.
     *
     * @param tables the tables that hold rows of tenants
     * @throws SQLException if the database gives no answer
     */
    Outcome run(Stage stage, List<QualifiedName> tables) throws SQLException;
}
