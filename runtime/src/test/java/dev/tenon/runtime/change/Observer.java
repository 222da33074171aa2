package dev.tenon.runtime.change;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.plan.statement.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies a change statement by statement and compares the stated effects of each with the observed ones. */
final class Observer {

    private final Connection connection;
    private final Relations relations;
    private final BlockedStatement heldUp;
    private final Map<Long, QualifiedName> before;
    private final Map<Long, Long> owners;
    private final TreeMap<String, LockLevel> seen = new TreeMap<>();
    private final List<String> contradictions = new ArrayList<>();

    private Observer(Scratch scratch) throws SQLException {
        this.connection = scratch.connection();
        this.relations = new Relations(connection);
        this.before = relations.names();
        this.owners = relations.owners();
        this.heldUp = new BlockedStatement(scratch, before.keySet());
    }

    /** Applies the steps to a database in the state before them. */
    static Observation observe(Scratch scratch, List<Step> steps) throws SQLException {
        Observer observer = new Observer(scratch);
        for (Step step : steps) {
            observer.step(step);
        }
        return new Observation(observer.seen, observer.contradictions);
    }

    private void step(Step step) throws SQLException {
        // ANALYZE waits for no writer, and could run in a transaction.
        boolean samples = step.statements().get(0).cost() == StatementCost.SAMPLE;
        if (step.mode() == StepMode.NO_TRANSACTION && !samples) {
            outsideTransaction(step.statements().get(0));
            return;
        }
        connection.setAutoCommit(false);
        Map<Long, LockLevel> stated = new TreeMap<>();
        for (Statement statement : step.statements()) {
            addStated(statement, stated);
            Map<Long, Long> read = relations.rowsRead();
            Map<Long, Long> files = relations.files();
            execute(statement);
            locks(statement, stated, relations.locks(process()));
            costs(statement, StatementCost.REWRITE, files, relations.files());
            if (statement.cost() == StatementCost.METADATA && !statement.locks().isEmpty()) {
                costs(statement, StatementCost.SCAN, read, relations.rowsRead());
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void outsideTransaction(Statement statement) throws SQLException {
        Map<Long, LockLevel> stated = new TreeMap<>();
        addStated(statement, stated);
        Map<Long, Long> files = relations.files();
        locks(statement, stated, heldUp.run(process(), () -> execute(statement)));
        costs(statement, StatementCost.REWRITE, files, relations.files());
    }

    private void execute(Statement statement) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement.sql());
        }
    }

    private int process() throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }

    /** Adds the locks that a statement states, with the table names before it. */
    private void addStated(Statement statement, Map<Long, LockLevel> stated) throws SQLException {
        Map<Long, QualifiedName> names = relations.names();
        for (Lock lock : statement.locks()) {
            names.forEach((relation, name) -> {
                if (name.equals(lock.table())) {
                    stated.merge(relation, lock.level(), Relations::stronger);
                }
            });
        }
    }

    private void locks(Statement statement, Map<Long, LockLevel> stated, Map<Long, LockLevel> taken) {
        taken.forEach((relation, level) -> {
            if (before.containsKey(relation)) {
                String name = before.get(relation).display();
                seen.merge(name, level, Relations::stronger);
                LockLevel statedLevel = stated(relation, stated);
                if (level.compareTo(statedLevel) > 0) {
                    contradictions.add(statement.sql() + "\ntook " + level + " on " + name + ", not " + statedLevel);
                }
            }
        });
    }

    /** A lock on a partitioned table applies to its partitions. Every query takes ACCESS SHARE, so that is implied. */
    private LockLevel stated(long relation, Map<Long, LockLevel> stated) {
        LockLevel own = stated.getOrDefault(relation, LockLevel.ACCESS_SHARE);
        Long owner = owners.get(relation);
        return owner == null ? own : Relations.stronger(own, stated(owner, stated));
    }

    /** Checks that a statement of another cost changes no counter of an existing table or its indexes. */
    private void costs(Statement statement, StatementCost cost, Map<Long, Long> earlier, Map<Long, Long> later) {
        earlier.forEach((relation, number) -> {
            QualifiedName name = before.get(owners.getOrDefault(relation, relation));
            boolean changed = !number.equals(later.getOrDefault(relation, number));
            if (name != null && changed && statement.cost() != cost) {
                contradictions.add(
                        statement.sql() + "\n" + cost + " on " + name.display() + ", not " + statement.cost());
            }
        });
    }
}
