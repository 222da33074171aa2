package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.catalog.canonical.TableCanonicalizer;
import dev.tenon.runtime.internal.catalog.canonical.UnsupportedExpression;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies that a live database equals its snapshot, for every kind of object and every attribute. */
public final class Verification {

    private Verification() {}

    /**
     * Compares the database with the snapshot in one REPEATABLE READ transaction, which is rolled back. The order of
     * columns is not compared. An undeclared index, constraint, policy or grant on a table of the snapshot is a
     * difference.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @param snapshot the expected schema
     * @param strict whether undeclared tables, types, triggers, routines and grants in the snapshot's schemas count
     * @return every difference
     * @throws SQLException as the database reports it
     * @throws dev.tenon.runtime.fault.FaultException if the server is a standby, or the role may not create temporary
     * tables
     */
    public static VerifyResult verify(Connection connection, Schema snapshot, boolean strict) throws SQLException {
        return verify(connection, snapshot, AcceptedLeftovers.NONE, strict);
    }

    /** Like {@link #verify(Connection, Schema, boolean)}; accepted leftovers are no differences. */
    public static VerifyResult verify(
            Connection connection, Schema snapshot, AcceptedLeftovers accepted, boolean strict) throws SQLException {
        return verify(connection, CatalogScope.of(snapshot), (here, live) -> Optional.of(snapshot), accepted, strict);
    }

    /**
     * Compares the database with a schema that can only be determined after the catalogs are read.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @param scope the scope of the first read; if the expected schema has another scope, the catalogs are read again
     * @param aim determines the expected schema from the live one
     * @param accepted what is no difference although the expected schema does not contain it
     * @param strict as for {@link #verify(Connection, Schema, boolean)}
     * @return every difference
     * @throws SQLException as {@link #verify(Connection, Schema, boolean)} does
     */
    public static VerifyResult verify(
            Connection connection,
            CatalogScope scope,
            VerificationTarget aim,
            AcceptedLeftovers accepted,
            boolean strict)
            throws SQLException {
        TableCanonicalizer.requireTemporaryTables(connection);
        return RollbackTransaction.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ WRITE");
            }
            LiveSchema live = CatalogReader.readInTransaction(connection, scope);
            Optional<Schema> expected = aim.of(connection, live.schema());
            if (expected.isEmpty()) {
                return VerifyResult.ofNothing(aim.obstacle());
            }
            CatalogScope whole = CatalogScope.of(expected.get());
            return compareInTransaction(
                    connection,
                    whole.equals(scope) ? live : CatalogReader.readInTransaction(connection, whole),
                    expected.get(),
                    accepted,
                    strict);
        });
    }

    /**
     * Compares the database with the snapshot within the current transaction of the connection. Changes nothing but
     * some settings of the transaction.
     *
     * @param connection a connection with an open transaction that may write
     * @param snapshot the expected schema
     * @param strict as for {@link #verify(Connection, Schema, boolean)}
     * @return every difference
     * @throws SQLException as {@link #verify(Connection, Schema, boolean)} does
     */
    public static VerifyResult verifyInTransaction(Connection connection, Schema snapshot, boolean strict)
            throws SQLException {
        return compareInTransaction(
                connection,
                CatalogReader.readInTransaction(connection, CatalogScope.of(snapshot)),
                snapshot,
                AcceptedLeftovers.NONE,
                strict);
    }

    /** Whether a live database has a table, view, enum type or sequence that the snapshot names. */
    public static boolean hasAny(Schema live, Schema snapshot) {
        return OwnedObjects.any(live, snapshot);
    }

    private static VerifyResult compareInTransaction(
            Connection connection, LiveSchema live, Schema snapshot, AcceptedLeftovers accepted, boolean strict)
            throws SQLException {
        ComparedSchemas schemas = ComparedSchemas.read(connection, live, snapshot);
        Schema found = schemas.found();
        Schema expected = schemas.expected();
        Schema compared = strict ? OwnedObjects.strictly(found, expected) : OwnedObjects.of(found, expected);
        DriftDetector drift =
                DriftDetector.between(live, compared, expected, schemas.unprintable(), schemas.strangers(), strict);
        List<Difference> explained =
                drift.differences().stream().filter(accepted::explain).toList();
        List<Difference> differences = drift.differences().stream()
                .filter(each -> !explained.contains(each))
                .toList();
        List<Correction> corrections = differences.isEmpty()
                ? List.of()
                : accepted.spared(
                        Corrections.of(
                                found,
                                compared,
                                expected,
                                drift.unmodelled().stream()
                                        .filter(each -> !accepted.explain(each))
                                        .toList()),
                        explained);
        return new VerifyResult(
                snapshot.tables().size(), differences, corrections, notCompared(schemas.unknown(), differences));
    }

    /** Returns the objects that could not be compared and have no other difference. */
    private static List<String> notCompared(List<UnsupportedExpression> unknown, List<Difference> differences) {
        Set<ObjectPath> different = differences.stream().map(Difference::at).collect(Collectors.toSet());
        return unknown.stream()
                .filter(each -> !different.contains(each.at()))
                .map(each -> each.at() + ": " + each.reason())
                .toList();
    }
}
