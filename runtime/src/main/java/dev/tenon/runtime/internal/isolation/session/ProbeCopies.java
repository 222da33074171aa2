package dev.tenon.runtime.internal.isolation.session;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * COPY in the session of a proof.
 *
 * @param session the session
 */
public record ProbeCopies(ProbeSession session) {

    /** Starts COPY FROM and cancels it, unless the server rejects it. */
    public StatementResult in(String sql) throws SQLException, FixtureException {
        return session.inSavepoint(() -> {
            try {
                manager().copyIn(sql).cancelCopy();
                return StatementResult.of(0);
            } catch (SQLException failure) {
                return StatementResult.refused(StatementError.unlessLost(failure));
            }
        });
    }

    /** Returns the lines of COPY TO. */
    public List<String> out(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        CopyOut copy = manager().copyOut(sql);
        for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
            lines.add(new String(line, StandardCharsets.UTF_8).stripTrailing());
        }
        return lines;
    }

    private CopyManager manager() throws SQLException {
        session.migrationPath();
        return session.run(connection -> connection.unwrap(PGConnection.class).getCopyAPI());
    }
}
