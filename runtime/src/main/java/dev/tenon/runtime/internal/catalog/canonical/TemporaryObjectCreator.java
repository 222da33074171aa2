package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.internal.catalog.temporary.TemporaryDdl;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.internal.sql.parse.RoutineBody;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates temporary objects: a whole batch at once if the server accepts all of it, otherwise statement by statement.
 */
public final class TemporaryObjectCreator {

    private final Connection connection;
    private final RefusalReader refusals;
    private final List<UnsupportedExpression> unprintable = new ArrayList<>();

    /** Returns the reason if the server refused the text; throws any other failure. */
    public interface RefusalReader {
        String reason(SQLException failure) throws SQLException;
    }

    public TemporaryObjectCreator(Connection connection, RefusalReader refusals) {
        this.connection = connection;
        this.refusals = refusals;
    }

    /** Returns the expressions that the server has refused so far. */
    public List<UnsupportedExpression> unprintable() {
        return unprintable;
    }

    /** Creates the objects that the server accepts. */
    public void create(List<? extends TemporaryDdl> batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            createAtOnce(batch);
        } catch (BatchUpdateException failure) {
            refusals.reason(failure);
            connection.rollback(before);
            for (TemporaryDdl sample : batch) {
                createByParts(sample);
            }
        }
        connection.releaseSavepoint(before);
    }

    private void createAtOnce(List<? extends TemporaryDdl> batch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (TemporaryDdl sample : batch) {
                for (TemporaryTable.Part part : sample.parts()) {
                    statement.addBatch(RoutineBody.inOnePiece(part.sql()));
                }
            }
            statement.executeBatch();
        }
    }

    /**
     * Creates each statement separately. The other statements need the table, so they are skipped if the table is
     * refused.
     */
    private void createByParts(TemporaryDdl sample) throws SQLException {
        for (TemporaryTable.Part part : sample.parts()) {
            Optional<String> refused = create(part);
            if (refused.isPresent() && sample.complete()) {
                unprintable.add(new UnsupportedExpression(part.at(), part.attribute(), refused.get()));
            }
            if (refused.isPresent() && part.createsTable()) {
                return;
            }
        }
    }

    /** Runs the statement and returns the reason of a refusal; empty if the server accepted it. */
    private Optional<String> create(TemporaryTable.Part part) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Optional<String> refused = Optional.empty();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(RoutineBody.inOnePiece(part.sql()));
        } catch (SQLException failure) {
            refused = Optional.of(refusals.reason(failure));
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
        return refused;
    }
}
