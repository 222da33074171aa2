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
 * Says expected tables in the server's own words. PostgreSQL keeps expressions parsed and prints them in its own spelling,
 * so two expressions can only be compared after the server has printed both: it is shown temporary tables with them, whose
 * catalog entries are read like any other's, and everything is undone.
 *
 * <p>No table of the user is locked, except that a policy which selects from one holds the lock of a reader on it until the
 * rollback.
 */
public final class TableCanonicalizer {

    private static final String SURROUNDINGS = """
            SELECT pg_catalog.pg_is_in_recovery(),
                pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMP'), current_user,
                pg_catalog.current_database()""";

    /**
     * Unqualified names in expressions mean what they mean in a migration. With the temporary schema last, they never mean
     * a sample.
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
     * Has the server print, within the transaction that the connection is in, whatever of the tables the live ones do not say
     * in the same words. The transaction is as before afterwards except for some settings.
     *
     * @param connection a connection with a transaction under way
     * @param tables the tables as a snapshot has them
     * @param live what the catalogs say
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
     * Refuses a server or a role with which nothing can be printed.
     *
     * @throws dev.tenon.runtime.fault.FaultException if the server is a standby, or the role may not create temporary tables
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
