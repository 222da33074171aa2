package dev.tenon.runtime.internal.isolation.session;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The privileges of the application role on the probed tables; a proof does not change them, so each table is asked once. */
final class ApplicationPrivileges {

    private static final String HELD = """
            SELECT p FROM unnest('{SELECT,INSERT,UPDATE,REFERENCES}'::text[]) p WHERE has_any_column_privilege(?, ?, p)
            UNION ALL
            SELECT p FROM unnest('{DELETE,TRUNCATE,TRIGGER}'::text[]) p WHERE has_table_privilege(?, ?, p)""";

    private final Map<String, Set<String>> held = new HashMap<>();

    /** Whether the application role has a privilege on the table or on one of its columns. */
    boolean include(String privilege, ProbeTarget target, ProbeSession session) throws SQLException {
        Set<String> known = held.get(target.sql());
        if (known == null) {
            known = Set.copyOf(session.texts(HELD, session.role(), target.sql(), session.role(), target.sql()));
            held.put(target.sql(), known);
        }
        return known.contains(privilege);
    }
}
