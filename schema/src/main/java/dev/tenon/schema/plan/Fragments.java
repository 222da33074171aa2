package dev.tenon.schema.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.diff.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the statements of one change. Each method adds a statement of a common form, so that recipes read as lists
 * of steps.
 */
final class Fragments {

    private final Change change;
    private final List<Fragment> list = new ArrayList<>();

    Fragments(Change change) {
        this.change = change;
    }

    /** A statement that locks no existing object. */
    Fragments free(Phase phase, String sql) {
        return add(phase, sql, StepMode.TRANSACTION, Cost.METADATA, false);
    }

    /** A change of catalog entries under ACCESS EXCLUSIVE, which may share its transaction with others on the table. */
    Fragments metadata(Phase phase, QualifiedName table, String sql) {
        return add(phase, sql, StepMode.TRANSACTION, Cost.METADATA, false, lock(LockLevel.ACCESS_EXCLUSIVE, table));
    }

    /** A change of catalog entries under other locks, in a transaction of its own. */
    Fragments brief(Phase phase, String sql, Lock... locks) {
        return add(phase, sql, StepMode.TRANSACTION, Cost.METADATA, true, locks);
    }

    /** Checks old rows while others read and write, in a transaction of its own. */
    Fragments scan(Phase phase, String sql, Lock... locks) {
        return add(phase, sql, StepMode.TRANSACTION, Cost.SCAN, true, locks);
    }

    /** Rewrites the table, which blocks reads and writes; it needs acceptance. */
    Fragments rewrite(Phase phase, QualifiedName table, String sql) {
        return add(phase, sql, StepMode.TRANSACTION, Cost.REWRITE, true, lock(LockLevel.ACCESS_EXCLUSIVE, table));
    }

    /** Builds an index, which blocks reads and writes of the table; it needs acceptance. */
    Fragments blockingBuild(Phase phase, QualifiedName table, String sql) {
        return add(phase, sql, StepMode.TRANSACTION, Cost.BUILD, true, lock(LockLevel.ACCESS_EXCLUSIVE, table));
    }

    /** Builds an index, which blocks writes to the table; it needs acceptance. */
    Fragments closedBuild(Phase phase, QualifiedName table, String sql) {
        return add(phase, sql, StepMode.TRANSACTION, Cost.BUILD, true, lock(LockLevel.SHARE, table));
    }

    /** Builds an index while others read and write. */
    Fragments build(QualifiedName table, String sql) {
        return add(
                Phase.INDEXES,
                sql,
                StepMode.NO_TRANSACTION,
                Cost.BUILD,
                true,
                lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
    }

    /** A catalog change that PostgreSQL refuses inside a transaction. */
    Fragments outside(Phase phase, String sql, Lock... locks) {
        return add(phase, sql, StepMode.NO_TRANSACTION, Cost.METADATA, true, locks);
    }

    /** Writes old rows batch by batch. */
    Fragments rows(QualifiedName table, String sql) {
        return add(Phase.ROWS, sql, StepMode.BATCHES, Cost.ROWS, true, lock(LockLevel.ROW_EXCLUSIVE, table));
    }

    /** A statement that must be committed before another one uses its effect. */
    Fragments committed(Phase phase, String sql) {
        return add(phase, sql, StepMode.TRANSACTION, Cost.METADATA, true);
    }

    /** Statements that commit together and by themselves. */
    Fragments together(Phase phase, List<Statement> statements) {
        list.add(new Fragment(phase, statements, true));
        return this;
    }

    /** What they are collected for. */
    Change change() {
        return change;
    }

    /** The statements collected so far, without their places. */
    List<Statement> statements() {
        return list.stream().flatMap(fragment -> fragment.statements().stream()).toList();
    }

    List<Fragment> list() {
        return List.copyOf(list);
    }

    static Lock lock(LockLevel level, QualifiedName table) {
        return new Lock(level, table);
    }

    private Fragments add(Phase phase, String sql, StepMode mode, Cost cost, boolean alone, Lock... locks) {
        Statement statement = new Statement(sql, change, mode, Arrays.asList(locks), cost);
        list.add(new Fragment(phase, List.of(statement), alone));
        return this;
    }
}
