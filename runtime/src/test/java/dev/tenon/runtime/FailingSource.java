package dev.tenon.runtime;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Gives connections to a real database that all break at once, at the n-th call that reaches the server, as they do when
 * the process dies there.
 */
final class FailingSource implements WatchedSource.Watch {

    /** Stands for the death of the process. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death(String where) {
            super(where);
        }
    }

    private final WatchedSource source;
    private final int callToDieAt;
    private int calls;
    private boolean dead;

    /** Breaks after the call of that number, counted from 1. */
    FailingSource(DataSource source, int callToDieAt) {
        this.source = new WatchedSource(source, this);
        this.callToDieAt = callToDieAt;
    }

    DataSource dataSource() {
        return source.dataSource();
    }

    @Override
    public void before(String call) throws SQLException {
        if (dead) {
            throw new SQLException("the process is dead", "08006");
        }
        calls++;
    }

    @Override
    public void after(String call) throws SQLException {
        if (calls == callToDieAt) {
            dead = true;
            source.abort();
            throw new Death("after call " + callToDieAt + ": " + call);
        }
    }
}
