package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.rowsecurity.HiddenTable;
import dev.tenon.runtime.internal.rowsecurity.HiddenTables;
import dev.tenon.runtime.internal.rowsecurity.ReadRelations;
import dev.tenon.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether row-level security hides the rows of a trial from the migrator. If policies show it every row, the trial runs
 * with {@code row_security} on, as the step will. Otherwise the rows are not tried: to see them, the step stops forcing
 * row-level security, which takes a lock that no check before the first step may take.
 */
final class RowVisibility {

    private final Set<QualifiedName> notTried = new TreeSet<>();
    private boolean on;

    /** The tables whose rows were not tried. */
    Set<QualifiedName> notTried() {
        return Collections.unmodifiableSet(notTried);
    }

    /** Prepares the connection for the trial; false if the rows cannot be tried. {@link #close} must follow. */
    boolean open(RowTrial trial, Connection connection) throws SQLException {
        if (!HiddenTables.mayExist(connection)) {
            return true;
        }
        List<HiddenTable> hidden =
                HiddenTables.among(ReadRelations.of(trial.statement().text()), connection);
        if (hidden.isEmpty()) {
            return true;
        }
        boolean open = hidden.stream().allMatch(HiddenTable::open) && HiddenTables.areOpen(connection);
        if (open) {
            set(connection, "on");
            on = true;
        } else {
            notTried.add(trial.table());
        }
        return open;
    }

    /** Lets the server refuse statements again from which rows are hidden. */
    void close(Connection connection) throws SQLException {
        if (on) {
            set(connection, "off");
            on = false;
        }
    }

    private static void set(Connection connection, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET row_security = " + value);
        }
    }
}
