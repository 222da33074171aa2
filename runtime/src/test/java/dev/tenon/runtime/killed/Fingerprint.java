package dev.tenon.runtime.killed;

import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The result of migrations in a database as lines: objects, labels, rows and the history, without OIDs and times. */
final class Fingerprint {

    private static final String OBJECTS = """
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                SELECT concat_ws(' ', 'relation', relname, relkind, relispartition) AS line
                FROM pg_class WHERE relnamespace = 'public'::regnamespace
                UNION ALL
                SELECT concat_ws(' ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull)
                FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
                WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
                UNION ALL
                SELECT concat_ws(' ', 'index', pg_get_indexdef(indexrelid), indisvalid, indisready, indislive)
                FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE relnamespace = 'public'::regnamespace
                UNION ALL
                SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                UNION ALL
                SELECT concat_ws(' ', 'partition', inhrelid::regclass, inhparent::regclass, inhdetachpending)
                FROM pg_inherits
                UNION ALL
                SELECT concat_ws(' ', 'label', enumtypid::regtype, row_number() OVER (ORDER BY enumsortorder), enumlabel)
                FROM pg_enum
                UNION ALL
                SELECT concat_ws(' ', 'history', number, name, hash, step, steps, kind, state, step_checksum)
                FROM tenon.history) AS lines""";

    private static final String ROWS = """
            SELECT string_agg(table_name || ' ' || (xpath('//text()',
                query_to_xml('SELECT md5(string_agg(r::text, '';'' ORDER BY r::text)) FROM public.' || table_name || ' r',
                    true, true, '')))[1]::text, E'\n' ORDER BY table_name)
            FROM information_schema.tables WHERE table_schema = 'public'""";

    private Fingerprint() {}

    static String of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            return text(statement, OBJECTS) + "\n" + text(statement, ROWS);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
