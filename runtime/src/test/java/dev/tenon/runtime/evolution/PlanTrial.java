package dev.tenon.runtime.evolution;

import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs broken plans on a server, in one transaction that is rolled back. They share the statements before the first
 * broken one. Statements that need their own transaction run in the form that does not.
 */
final class PlanTrial implements AutoCloseable {

    /** A new label was used in the transaction that added it. */
    private static final String UNSAFE_LABEL = "55P04";

    private final Connection connection;
    private final MigrationDraft creation;
    private final List<Statement> plan;
    /** The catalogs after the whole plan. */
    private final Set<String> target;
    /** Whether the whole plan cannot run in one transaction. */
    private boolean committing;

    private int done;

    PlanTrial(Connection connection, SchemaPair pair, SimulatedPair simulated) throws SQLException {
        this.connection = connection;
        this.creation = SimulatedPair.creation(pair);
        this.plan = simulated.statements();
        create();
        this.target = target();
    }

    private void create() throws SQLException {
        connection.setAutoCommit(true);
        PairRun.empty(connection);
        execute("SET search_path TO public");
        for (Statement statement : SimulatedPair.statements(creation)) {
            execute(statement.sql());
        }
        connection.setAutoCommit(false);
        done = 0;
    }

    private Set<String> target() throws SQLException {
        execute("SAVEPOINT whole");
        PlanVerdict verdict = rest(plan, 0, Set.of());
        if (verdict.code().equals(UNSAFE_LABEL)) {
            committing = true;
            connection.rollback();
            connection.setAutoCommit(true);
            verdict = rest(plan, 0, Set.of());
        }
        if (!verdict.code().isEmpty()) {
            throw new SQLException("the plan is refused: " + verdict);
        }
        Set<String> lines = CatalogText.read(connection);
        if (committing) {
            create();
        } else {
            execute("ROLLBACK TO whole");
        }
        return lines;
    }

    /** Runs a broken plan; call it in the order of the first broken statements. */
    PlanVerdict run(PlanMutation broken) throws SQLException {
        if (committing) {
            return committed(broken);
        }
        while (done < broken.first()) {
            execute(text(plan.get(done)));
            done++;
        }
        execute("SAVEPOINT broken");
        PlanVerdict verdict = rest(broken.statements(), done, target);
        execute("ROLLBACK TO broken");
        return verdict.code().equals(UNSAFE_LABEL) ? committed(broken) : verdict;
    }

    /** Commits each statement. */
    private PlanVerdict committed(PlanMutation broken) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        PlanVerdict verdict = rest(broken.statements(), 0, target);
        create();
        return verdict;
    }

    private PlanVerdict rest(List<Statement> statements, int from, Set<String> expected) throws SQLException {
        for (int i = from; i < statements.size(); i++) {
            try {
                execute(connection.getAutoCommit() ? statements.get(i).sql() : text(statements.get(i)));
            } catch (SQLException refused) {
                return new PlanVerdict(i, refused.getSQLState(), String.valueOf(refused.getMessage()), List.of());
            }
        }
        Set<String> found = CatalogText.read(connection);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        found.removeAll(expected);
        List<String> differences = new ArrayList<>();
        missing.forEach(line -> differences.add("missing: " + line));
        found.forEach(line -> differences.add("undeclared: " + line));
        return new PlanVerdict(statements.size(), "", "", differences);
    }

    private static String text(Statement statement) {
        return statement.mode() == StepMode.NO_TRANSACTION
                ? statement.sql().replace(" CONCURRENTLY", "")
                : statement.sql();
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
