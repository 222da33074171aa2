package dev.tenon.runtime;

import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Gives connections to a real database that all break at once, after a certain call that reaches the server, as they do
 * when the process dies there.
 */
public final class FailingSource implements WatchedSource.Watch {

    /** Stands for the death of the process. */
    public static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death(String where) {
            super(where);
        }
    }

    private final WatchedSource source;
    private final Predicate<String> last;
    private boolean dead;

    /** Breaks after the first call for which that holds. */
    public FailingSource(DataSource source, Predicate<String> last) {
        this.source = new WatchedSource(source, this);
        this.last = last;
    }

    public DataSource dataSource() {
        return source.dataSource();
    }

    /** Breaks here and now. */
    public void die(String where) {
        dead = true;
        try {
            source.abort();
        } catch (SQLException gone) {
            throw new AssertionError(gone);
        }
        throw new Death("after " + where);
    }

    @Override
    public void before(String call) throws SQLException {
        if (dead) {
            throw new SQLException("the process is dead", "08006");
        }
    }

    @Override
    public void after(String call) {
        if (last.test(call)) {
            die(call);
        }
    }
}
