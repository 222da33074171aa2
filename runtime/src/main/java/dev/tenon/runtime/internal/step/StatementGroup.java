package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the statements of a step in order, and sends fast statements together: a first migration has hundreds of
 * them, and most of their time is the network round trip.
 */
final class StatementGroup {

    /** How many are sent together where there is no reason to send each by itself. */
    static final int MANY = 100;

    /** One by one: it is known which statement is refused. */
    static final int ONE = 1;

    /** How many characters are kept in memory and sent together. */
    private static final int LENGTH = 64_000;

    private final StepContext step;
    private final int most;
    private final List<SqlStatement> waiting = new ArrayList<>();
    private int length;

    StatementGroup(StepContext step, int most) {
        this.step = step;
        this.most = most;
    }

    /** Runs the statement now or with those that come after it. */
    void add(SqlStatement statement) throws StatementFailedException, SQLException {
        if (most == ONE || !StatementClassifier.areShort(statement.text())) {
            run();
            StatementRunner.run(step, statement);
            return;
        }
        waiting.add(statement);
        length += statement.text().length();
        if (waiting.size() >= most || length > LENGTH) {
            run();
        }
    }

    /** Runs those that were not run yet. */
    void run() throws StatementFailedException, SQLException {
        if (waiting.size() == 1) {
            StatementRunner.run(step, waiting.get(0));
        } else if (!waiting.isEmpty()) {
            runTogether();
        }
        waiting.clear();
        length = 0;
    }

    private void runTogether() throws GroupRejectedException, SQLException {
        try (Statement jdbc = step.session().connection().createStatement()) {
            jdbc.setEscapeProcessing(false);
            for (SqlStatement statement : waiting) {
                StatementRunner.begin(step, statement.text());
                jdbc.addBatch(statement.text());
            }
            jdbc.executeBatch();
            StatementRunner.passOn(step, jdbc);
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            throw new GroupRejectedException(refused);
        }
    }
}
