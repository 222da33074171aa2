package dev.tenon.runtime;

import dev.tenon.runtime.internal.session.ConnectionFaults;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.Sessions;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs a query in its own session. */
final class SessionQuery {

    private SessionQuery() {}

    /** A query. */
    interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    static <T> T ask(Sessions sessions, Query<T> query) throws SQLException {
        try (Session session = open(sessions)) {
            return query.run(session.connection());
        }
    }

    private static Session open(Sessions sessions) {
        try {
            return sessions.open();
        } catch (SQLException refused) {
            throw ConnectionFaults.notOpened(refused).exception(refused);
        }
    }
}
