package dev.tenon.runtime.isolation;

import dev.tenon.schema.sql.Identifier;
import java.sql.SQLException;
import java.util.Optional;

/** Knows what the application role may update. */
final class Updatable {

    private static final String MAY = """
            SELECT a.attname FROM pg_attribute a
            WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                AND has_column_privilege(?, a.attrelid, a.attnum, 'UPDATE')
            ORDER BY a.attname <> ?, a.attnum LIMIT 1""";

    private Updatable() {}

    /** The tenant column if the role may update it, else the first column that it may, if any. */
    static Optional<String> column(Subject subject, Stage stage) throws SQLException {
        return stage.texts(MAY, subject.sql(), stage.role(), subject.column()).stream()
                .findFirst();
    }

    /** An update of all rows, in which the table goes by the name of target. */
    static String set(Subject subject, String column, String value) {
        return "UPDATE " + subject.sql() + " AS target SET " + Identifier.quote(column) + " = " + value;
    }

    /** An update of all rows within reach, and of at most as many as given. */
    static String update(Subject subject, String column, String value, long rows) {
        return set(subject, column, value) + " WHERE " + Guard.atMost(rows);
    }
}
