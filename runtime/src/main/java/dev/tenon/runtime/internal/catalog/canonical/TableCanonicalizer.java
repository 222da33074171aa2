package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryPartitionedTable;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Obtains the server's canonical form of expected tables. PostgreSQL stores parsed expressions and prints them in its
 * own spelling, so two expressions can be compared only after the server has printed both. Expected expressions are
 * created on temporary tables, read from the catalogs and rolled back.
 *
 * <p>No user table is locked, with one exception: a table from which a policy selects is locked in ACCESS SHARE mode
 * until the rollback.
 */
public final class TableCanonicalizer {

    private static final String SURROUNDINGS = """
            SELECT pg_catalog.pg_is_in_recovery(),
                pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMP'), current_user,
                pg_catalog.current_database()""";

    /**
     * The settings for expressions. Unqualified names resolve as in a migration. The temporary schema comes last, so
     * that a name never resolves to a temporary table.
     */
    public static final String UNDERSTANDING = """
            SELECT pg_catalog.set_config('search_path', 'public, pg_temp', true), pg_catalog.set_config('lock_timeout', '3s', true),
                pg_catalog.set_config('standard_conforming_strings', 'on', true),
                pg_catalog.set_config('transform_null_equals', 'off', true)""";

    private final Connection connection;
    private final TemporaryObjectCreator creator;
    private final Map<QualifiedName, List<Table>> printed = new HashMap<>();
    private final CanonicalExpressionCache expressionKeys = new CanonicalExpressionCache();

    private TableCanonicalizer(Connection connection) {
        this.connection = connection;
        this.creator = new TemporaryObjectCreator(connection, DdlErrorClassifier::reason);
    }

    /**
     * Prints, within the current transaction of the connection, all expressions that differ textually from the live
     * tables. Changes nothing but some settings of the transaction.
     *
     * @param connection a connection with an open transaction
     * @param tables the tables as in the snapshot
     * @param live the live schema
     * @throws SQLException as the database reports it
     * @throws dev.tenon.runtime.fault.FaultException as {@link #requireTemporaryTables} does
     */
    public static CanonicalTables printInTransaction(Connection connection, List<Table> tables, Schema live)
            throws SQLException {
        CatalogQueries catalog = new CatalogQueries(connection);
        requireTemporaryTables(connection);
        TableCanonicalizer text = new TableCanonicalizer(connection);
        List<CanonicalizationRequest> wordings = tables.stream()
                .map(table -> CanonicalizationRequest.of(table, live.table(table.name()), text.expressionKeys))
                .toList();
        Set<ColumnType> missing = MissingTypes.of(tables, catalog);
        text.print(wordings.stream().flatMap(wording -> wording.own(missing)));
        text.print(wordings.stream().flatMap(wording -> wording.others(missing, text.expressionKeys)));
        return new CanonicalTables(wordings.stream().map(text::canonicalized).toList(), text.creator.unprintable());
    }

    private void print(Stream<TemporaryTable> samples) throws SQLException {
        for (List<TemporaryTable> batch : TemporaryDdlBatches.of(samples.toList())) {
            printBatch(batch);
        }
    }

    private void printBatch(List<TemporaryTable> batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(UNDERSTANDING);
        }
        creator.create(batch);
        read(batch);
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }

    private void read(List<TemporaryTable> batch) throws SQLException {
        Map<String, Table> found = new HashMap<>();
        CatalogReader.temporary(connection)
                .tables()
                .forEach(table -> found.put(table.name().name(), table));
        for (TemporaryTable sample : batch) {
            QualifiedName name = sample.table().name();
            Table other = found.get(name.name());
            if (other != null) {
                Table divided = found.get(TemporaryPartitionedTable.name(sample.table()));
                Table whole = divided == null ? other : other.withPartitioning(divided.partitioning());
                expressionKeys.learn(sample.table(), whole);
                printed.computeIfAbsent(name, first -> new ArrayList<>()).add(whole);
            }
        }
    }

    private Table canonicalized(CanonicalizationRequest wording) {
        return wording.canonicalized(
                expressionKeys, printed.getOrDefault(wording.expected().name(), List.of()));
    }

    /**
     * Checks that the server and the role can create temporary tables.
     *
     * @throws dev.tenon.runtime.fault.FaultException if the server is a standby, or the role may not create temporary
     * tables
     */
    public static void requireTemporaryTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SURROUNDINGS)) {
            row.next();
            if (row.getBoolean(1)) {
                throw new Fault(
                                FaultCode.SERVER_READS_ONLY,
                                "comparing expressions needs temporary tables, which a standby does not allow",
                                "connect to the primary")
                        .exception();
            }
            if (!row.getBoolean(2)) {
                throw new Fault(
                                FaultCode.PRIVILEGE_MISSING,
                                "comparing expressions needs temporary tables, which role " + row.getString(3)
                                        + " may not create",
                                "GRANT TEMPORARY ON DATABASE " + Identifier.quote(row.getString(4)) + " TO "
                                        + Identifier.quote(row.getString(3)))
                        .exception();
            }
        }
    }
}
