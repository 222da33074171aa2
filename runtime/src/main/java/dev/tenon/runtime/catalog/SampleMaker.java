package dev.tenon.runtime.catalog;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Creates samples: a whole batch at once where the server understands all of it, else part by part. */
final class SampleMaker {

    private final Connection connection;
    private final List<Unprintable> unprintable = new ArrayList<>();

    SampleMaker(Connection connection) {
        this.connection = connection;
    }

    /** What the server did not understand so far. */
    List<Unprintable> unprintable() {
        return unprintable;
    }

    /** Creates the samples, as far as the server understands them. */
    void create(List<Sample> batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            createAtOnce(batch);
        } catch (BatchUpdateException failure) {
            TextRefusal.reason(failure);
            connection.rollback(before);
            for (Sample sample : batch) {
                createByParts(sample);
            }
        }
        connection.releaseSavepoint(before);
    }

    private void createAtOnce(List<Sample> batch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Sample sample : batch) {
                for (Sample.Part part : sample.parts()) {
                    statement.addBatch(part.sql());
                }
            }
            statement.executeBatch();
        }
    }

    /** Without its table nothing else of a sample can be made; any other part stands for itself. */
    private void createByParts(Sample sample) throws SQLException {
        for (Sample.Part part : sample.parts()) {
            boolean created = create(part);
            if (!created && part.createsTable()) {
                return;
            }
        }
    }

    private boolean create(Sample.Part part) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean created = true;
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(part.sql());
        } catch (SQLException failure) {
            unprintable.add(new Unprintable(part.at(), part.attribute(), TextRefusal.reason(failure)));
            connection.rollback(before);
            created = false;
        }
        connection.releaseSavepoint(before);
        return created;
    }
}
