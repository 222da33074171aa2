package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.isolation.reach.ReachChecks;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The leaks that the proof finds in a connection's transaction and the plain database has not. */
final class ProofLeaks {

    private final Connection connection;
    private final Scratch scratch;
    private final Schema schema;
    private final Set<String> plain = new HashSet<>();

    /** Proves the plain database first. */
    ProofLeaks(Connection connection, Scratch scratch, Schema schema) throws SQLException {
        this.connection = connection;
        this.scratch = scratch;
        this.schema = schema;
        plain.addAll(proofInTransaction());
    }

    /** Returns the leaks of the checks of what is reached, which only read the catalogs. */
    List<String> reachInTransaction() throws SQLException {
        Savepoint before = connection.setSavepoint();
        Tenancy tenancy = schema.tenancy().orElseThrow();
        Schema live = CatalogReader.readInTransaction(connection, CatalogScope.of(schema))
                .schema();
        connection.rollback(before);
        ProbeSession session = ProbeSession.open(connection, tenancy.role(), tenancy.setting());
        List<String> leaks = leaks(ReachChecks.runInTransaction(connection, session, live, schema));
        connection.rollback(before);
        return leaks;
    }

    /** Returns the leaks of the whole proof. */
    List<String> proofInTransaction() throws SQLException {
        return leaks(IsolationProof.proveInTransaction(connection, schema).results());
    }

    private List<String> leaks(List<ProbeResult> results) {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.BROKEN)
                .map(result -> unnamed(result.toString()))
                .filter(leak -> !plain.contains(leak))
                .toList();
    }

    /** Replaces the real names of roles by those that scripts use. */
    String unnamed(String text) {
        return text.replaceAll("\"?\\b([a-z]+)_" + scratch.database().name() + "\\b\"?", "\\$$1");
    }
}
