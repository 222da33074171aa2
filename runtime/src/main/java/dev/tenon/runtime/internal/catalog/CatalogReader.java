package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads a live database's catalogs into the model, from PostgreSQL 15 on. The number of queries depends on the kinds of
 * objects, not on the number of objects.
 */
public final class CatalogReader {

    private CatalogReader() {}

    /**
     * Reads the catalogs in one REPEATABLE READ transaction.
     *
     * @param connection a connection that is in no transaction; it is left as it was
     * @param scope what to read
     * @return the live schema, without schemas and roles of the scope that do not exist
     * @throws SQLException as the database reports it
     */
    public static LiveSchema read(Connection connection, CatalogScope scope) throws SQLException {
        return RollbackTransaction.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            return readInTransaction(connection, scope);
        });
    }

    /**
     * Reads within the current transaction of the connection, so the result includes its uncommitted changes.
     *
     * @param connection a connection with an open transaction; some of its settings are changed
     * @param scope what to read
     * @throws SQLException as the database reports it
     */
    public static LiveSchema readInTransaction(Connection connection, CatalogScope scope) throws SQLException {
        CatalogQueries catalog = new CatalogQueries(connection);
        List<Unmodelled> unmodelled = new ArrayList<>();
        GrantReader grants = GrantReader.read(catalog, scope.namespaces(), unmodelled::add);
        List<Namespace> namespaces = NamespaceReader.read(catalog, scope.namespaces(), grants, unmodelled::add);
        Relations relations =
                relations(catalog, scope.namespaces(), unmodelled::add).withGrants(grants);
        List<Sequence> sequences = SequenceReader.read(catalog, scope.namespaces(), grants, unmodelled::add);
        Schema schema = Schema.EMPTY
                .withRoles(RoleReader.read(catalog, roles(scope, namespaces, sequences, relations)))
                .withNamespaces(namespaces)
                .withExtensions(ExtensionReader.read(catalog))
                .withEnums(EnumReader.read(catalog, scope.namespaces()))
                .withSequences(sequences)
                .withTables(relations.tables())
                .withViews(relations.views());
        PartitionAttributes.read(catalog, scope.namespaces(), unmodelled::add);
        PartitionExtras.read(catalog, scope.namespaces(), unmodelled::add);
        DefaultPrivilegeReader.read(catalog, scope.namespaces(), unmodelled::add);
        return new LiveSchema(
                schema, relations.viewColumns(), unmodelled, OwnerReader.read(catalog, scope.namespaces()));
    }

    /** The temporary tables and views of the session, without their grants. */
    public static Relations temporary(Connection connection) throws SQLException {
        CatalogQueries catalog = new CatalogQueries(connection);
        List<String> schema = new ArrayList<>();
        catalog.each(
                "SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()",
                row -> schema.add(row.text("nspname")));
        return relations(catalog, schema, beyond -> {});
    }

    private static Relations relations(
            CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        TableMultimap<Column> columns = ColumnReader.read(catalog, namespaces, unmodelled);
        Map<Long, IndexKeys> keys = IndexKeyReader.read(catalog, namespaces, unmodelled);
        TableMultimap<Constraint> constraints = ConstraintReader.read(catalog, namespaces, keys, unmodelled);
        TableMultimap<Index> indexes = IndexReader.read(catalog, namespaces, keys, unmodelled);
        TableMultimap<Policy> policies = PolicyReader.read(catalog, namespaces, unmodelled);
        Map<QualifiedName, Partitioning> divided = PartitionKeyReader.read(catalog, namespaces);
        TableMultimap<Partition> partitions = PartitionReader.read(catalog, namespaces, unmodelled);
        List<Table> tables = TableReader.read(catalog, namespaces, unmodelled).stream()
                .map(table -> table.withMembers(
                                columns.of(table.name()),
                                constraints.of(table.name()),
                                indexes.of(table.name()),
                                policies.of(table.name()))
                        .withPartitioning(Optional.ofNullable(divided.get(table.name()))
                                .map(how -> how.withPartitions(partitions.of(table.name()).stream()
                                        .map(each -> PartitionReader.secured(table, each, policies))
                                        .toList()))))
                .toList();
        List<View> views = ViewReader.read(catalog, namespaces, columns, indexes, unmodelled);
        return new Relations(
                tables, views, views.stream().map(View::name).collect(Collectors.toMap(name -> name, columns::of)));
    }

    private static Set<String> roles(
            CatalogScope scope, List<Namespace> namespaces, List<Sequence> sequences, Relations relations) {
        Set<String> roles = new TreeSet<>(scope.roles());
        for (Namespace namespace : namespaces) {
            namespace.grants().stream().map(Grant::grantee).forEach(roles::add);
        }
        for (Sequence sequence : sequences) {
            sequence.grants().stream().map(Grant::grantee).forEach(roles::add);
        }
        relations.addRoles(roles);
        roles.removeIf(Predicate.isEqual("public"));
        return roles;
    }
}
