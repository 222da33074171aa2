package dev.tenon.schema.internal.plan.statement;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.diff.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the statements of one change. Each method adds a statement of a common form, so that recipes read as lists
 * of steps.
 */
public final class StatementCollector {

    private final Change change;
    private final List<PlannedStatements> list = new ArrayList<>();

    public StatementCollector(Change change) {
        this.change = change;
    }

    /** A statement that locks no existing object. */
    public StatementCollector unlocked(Phase phase, Ddl ddl) {
        return add(phase, ddl, StepMode.TRANSACTION, StatementCost.METADATA, false);
    }

    /** A change of catalog entries under ACCESS EXCLUSIVE, which may share its transaction with others on the table. */
    public StatementCollector metadata(Phase phase, QualifiedName table, Ddl ddl) {
        return add(
                phase,
                ddl,
                StepMode.TRANSACTION,
                StatementCost.METADATA,
                false,
                lock(LockLevel.ACCESS_EXCLUSIVE, table));
    }

    /** Changes of catalog entries under ACCESS EXCLUSIVE that commit together, possibly with others on the table. */
    public StatementCollector together(Phase phase, QualifiedName table, List<Ddl> statements) {
        StatementCollector all = new StatementCollector(change);
        statements.forEach(each -> all.metadata(phase, table, each));
        list.add(new PlannedStatements(phase, all.statements(), false));
        return this;
    }

    /** A change of catalog entries under other locks, in a transaction of its own. */
    public StatementCollector shortLock(Phase phase, Ddl ddl, Lock... locks) {
        return add(phase, ddl, StepMode.TRANSACTION, StatementCost.METADATA, true, locks);
    }

    /** Scans existing rows, in a transaction of its own. */
    public StatementCollector scan(Phase phase, Ddl ddl, Lock... locks) {
        return add(phase, ddl, StepMode.TRANSACTION, StatementCost.SCAN, true, locks);
    }

    /** Rewrites the table, which blocks reads and writes; it needs acceptance. */
    public StatementCollector tableRewrite(Phase phase, QualifiedName table, Ddl ddl) {
        return add(
                phase, ddl, StepMode.TRANSACTION, StatementCost.REWRITE, true, lock(LockLevel.ACCESS_EXCLUSIVE, table));
    }

    /** Builds an index, which blocks reads and writes of the table; it needs acceptance. */
    public StatementCollector blockingBuild(Phase phase, QualifiedName table, Ddl ddl) {
        return add(
                phase, ddl, StepMode.TRANSACTION, StatementCost.BUILD, true, lock(LockLevel.ACCESS_EXCLUSIVE, table));
    }

    /** Builds an index, which blocks writes to the table; it needs acceptance. */
    public StatementCollector closedBuild(Phase phase, QualifiedName table, Ddl ddl) {
        return add(phase, ddl, StepMode.TRANSACTION, StatementCost.BUILD, true, lock(LockLevel.SHARE, table));
    }

    /** Builds an index concurrently. */
    public StatementCollector build(QualifiedName table, Ddl ddl) {
        return add(
                Phase.INDEXES,
                ddl,
                StepMode.NO_TRANSACTION,
                StatementCost.BUILD,
                true,
                lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
    }

    /**
     * Collects statistics, outside a transaction: it waits for other maintenance of the table as long as it takes,
     * instead of failing, and blocks nobody.
     */
    public StatementCollector sample(Phase phase, QualifiedName table, Ddl ddl) {
        return add(
                phase,
                ddl,
                StepMode.NO_TRANSACTION,
                StatementCost.SAMPLE,
                true,
                lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
    }

    /** A catalog change that PostgreSQL refuses inside a transaction. */
    public StatementCollector nonTransactional(Phase phase, Ddl ddl, Lock... locks) {
        return add(phase, ddl, StepMode.NO_TRANSACTION, StatementCost.METADATA, true, locks);
    }

    /** Updates existing rows in batches. */
    public StatementCollector rows(QualifiedName table, Ddl ddl) {
        return add(Phase.ROWS, ddl, StepMode.BATCHES, StatementCost.ROWS, true, lock(LockLevel.ROW_EXCLUSIVE, table));
    }

    /** Moves rows of a table to another one, in one transaction. */
    public StatementCollector rowMove(Phase phase, QualifiedName from, Ddl ddl) {
        return add(
                phase, ddl, StepMode.TRANSACTION, StatementCost.MOVE, true, lock(LockLevel.ROW_EXCLUSIVE, from));
    }

    /** A statement that must be committed before another one uses its effect. */
    public StatementCollector ownCommit(Phase phase, Ddl ddl) {
        return add(phase, ddl, StepMode.TRANSACTION, StatementCost.METADATA, true);
    }

    /** Statements that commit together, in a transaction of their own. */
    public StatementCollector atomic(Phase phase, List<Statement> statements) {
        list.add(new PlannedStatements(phase, statements, true));
        return this;
    }

    /** The change that the statements apply. */
    public Change change() {
        return change;
    }

    /** The statements collected so far, without their phases. */
    public List<Statement> statements() {
        return list.stream().flatMap(fragment -> fragment.statements().stream()).toList();
    }

    public List<PlannedStatements> list() {
        return List.copyOf(list);
    }

    public static Lock lock(LockLevel level, QualifiedName table) {
        return new Lock(level, table);
    }

    private StatementCollector add(
            Phase phase, Ddl ddl, StepMode mode, StatementCost cost, boolean alone, Lock... locks) {
        Statement statement = new Statement(ddl, change, mode, Arrays.asList(locks), cost);
        list.add(new PlannedStatements(phase, List.of(statement), alone));
        return this;
    }
}
