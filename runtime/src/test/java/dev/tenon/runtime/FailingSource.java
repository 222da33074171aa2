package dev.tenon.runtime;

import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Provides connections to a real database that all fail after a chosen call to the server, as if the process died. */
public final class FailingSource implements WatchedSource.Watch {

    /** Simulates the death of the process. */
    public static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death(String place) {
            super(place);
        }
    }

    private final WatchedSource source;
    private final Predicate<String> last;
    private boolean dead;

    /** Fails after the first call that matches. */
    public FailingSource(DataSource source, Predicate<String> last) {
        this.source = new WatchedSource(source, this);
        this.last = last;
    }

    public DataSource dataSource() {
        return source.dataSource();
    }

    /** Fails now. */
    public void die(String place) {
        dead = true;
        try {
            source.abort();
        } catch (SQLException gone) {
            throw new AssertionError(gone);
        }
        throw new Death("after " + place);
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
