package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.schema.internal.sql.parse.RoutineBody;
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

    /** The maximum number of statements in a group. */
    static final int MANY = 100;

    /** Each statement alone: the rejected statement is known. */
    static final int ONE = 1;

    /** The maximum number of characters in a group. */
    private static final int LENGTH = 64_000;

    private final StepContext step;
    private final int most;
    private final List<SqlStatement> waiting = new ArrayList<>();
    private int length;

    StatementGroup(StepContext step, int most) {
        this.step = step;
        this.most = most;
    }

    /** Runs the statement now or together with later ones. */
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

    /** Runs the statements that are still waiting. */
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
                jdbc.addBatch(RoutineBody.inOnePiece(statement.text()));
            }
            jdbc.executeBatch();
            StatementRunner.forwardNotices(step, jdbc);
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            throw new GroupRejectedException(refused);
        }
    }
}
