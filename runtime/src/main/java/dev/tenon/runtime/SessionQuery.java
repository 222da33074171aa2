package dev.tenon.runtime;

import dev.tenon.runtime.internal.session.ConnectionFaults;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.Sessions;
import java.sql.Connection;
import java.sql.SQLException;

/** Asks a database something in a session of its own. */
final class SessionQuery {

    private SessionQuery() {}

    /** What is asked. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    static <T> T ask(Sessions sessions, Question<T> question) throws SQLException {
        try (Session session = open(sessions)) {
            return question.ask(session.connection());
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
