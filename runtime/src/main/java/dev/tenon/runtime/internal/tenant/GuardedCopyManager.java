package dev.tenon.runtime.internal.tenant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.sql.SQLException;
import org.postgresql.copy.CopyDual;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.ByteStreamWriter;

/** COPY in the transaction of a tenant. */
final class GuardedCopyManager extends CopyManager {

    private final TransactionControl control;

    GuardedCopyManager(BaseConnection connection, TransactionControl control) throws SQLException {
        super(connection);
        this.control = control;
    }

    @Override
    public CopyIn copyIn(String sql) throws SQLException {
        control.beforeCopy(sql);
        return super.copyIn(sql);
    }

    @Override
    public CopyOut copyOut(String sql) throws SQLException {
        control.beforeCopy(sql);
        return super.copyOut(sql);
    }

    @Override
    public CopyDual copyDual(String sql) throws SQLException {
        control.beforeCopy(sql);
        return super.copyDual(sql);
    }

    @Override
    public long copyOut(String sql, Writer to) throws SQLException, IOException {
        return whole(sql, () -> super.copyOut(sql, to));
    }

    @Override
    public long copyOut(String sql, OutputStream to) throws SQLException, IOException {
        return whole(sql, () -> super.copyOut(sql, to));
    }

    @Override
    public long copyIn(String sql, Reader from) throws SQLException, IOException {
        return whole(sql, () -> super.copyIn(sql, from));
    }

    @Override
    public long copyIn(String sql, Reader from, int bufferSize) throws SQLException, IOException {
        return whole(sql, () -> super.copyIn(sql, from, bufferSize));
    }

    @Override
    public long copyIn(String sql, InputStream from) throws SQLException, IOException {
        return whole(sql, () -> super.copyIn(sql, from));
    }

    @Override
    public long copyIn(String sql, InputStream from, int bufferSize) throws SQLException, IOException {
        return whole(sql, () -> super.copyIn(sql, from, bufferSize));
    }

    @Override
    public long copyIn(String sql, ByteStreamWriter from) throws SQLException, IOException {
        return whole(sql, () -> super.copyIn(sql, from));
    }

    /** A COPY that returns when it is complete, and may be a transaction of its own. */
    private interface Copy {
        long run() throws SQLException, IOException;
    }

    private long whole(String sql, Copy copy) throws SQLException, IOException {
        if (!control.wrapsCopy()) {
            return copy.run();
        }
        try {
            Object rows = control.execute(sql, null, copy::run);
            return rows instanceof Long count ? count : 0;
        } catch (SQLException | IOException | RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
