package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.Schema;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Runs one check on a database that is changed for it, in a transaction that is rolled back. */
final class ReachCatalog implements AutoCloseable {

    private final Scratch scratch;
    private final Schema schema;
    private final ReachCheck check;

    /** Begins a transaction of the database. */
    ReachCatalog(Scratch scratch, Schema schema, ReachCheck check) throws SQLException {
        this.scratch = scratch;
        this.schema = schema;
        this.check = check;
        scratch.connection().setAutoCommit(false);
    }

    /** Creates the tables of {@link Research} in a database of their own. */
    static ReachCatalog ofResearch(ReachCheck check) throws SQLException {
        Scratch scratch = Scratch.create();
        Schema schema = Research.schema(scratch.role("app"));
        Research.create(schema, scratch);
        return new ReachCatalog(scratch, schema, check);
    }

    /** Replaces the names of roles in a script by the real ones. */
    String named(String sql) {
        return scratch.named(sql);
    }

    /** Returns what the check finds after the change; the snapshot declares no code. */
    List<ReachFinding> findAfter(String change) throws SQLException {
        Savepoint before = scratch.connection().setSavepoint();
        try (Statement statement = scratch.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL allow_system_table_mods = on");
            statement.execute(change);
            ProbeSession session = ProbeSession.open(scratch.connection(), scratch.role("app"), "app.tenant_id");
            DeclaredObjects none = new DeclaredObjects(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
            return check.find(ReachQueries.of(session, schema, schema, none));
        } finally {
            scratch.connection().rollback(before);
        }
    }

    @Override
    public void close() throws SQLException {
        scratch.connection().rollback();
        scratch.close();
    }
}
