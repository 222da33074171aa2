package dev.tenon.runtime.isolation;

import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** The application role has no attribute that bypasses policies or lets it obtain such an attribute. */
final class RoleAttributesCheck implements RoleCheck {

    private static final String HELD = """
            SELECT concat_ws(', ', CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
                CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolreplication THEN 'REPLICATION' END)
            FROM pg_roles WHERE rolname = ?""";

    @Override
    public String name() {
        return "role-attributes";
    }

    @Override
    public Outcome run(Stage stage, List<QualifiedName> tables) throws SQLException {
        String held = stage.texts(HELD, stage.role()).get(0);
        return held.isEmpty() ? Outcome.held() : Outcome.broken(stage.role() + " is " + held);
    }
}
