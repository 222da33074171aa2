package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Runs catalog queries about what the application's sessions reach. A query names arrays of OIDs: {@code $roles}, the
 * reached roles, except those that have nearly all privileges and are reported as such; {@code $tenants}, the tenant
 * tables, {@code $root} that of the tenants themselves; {@code $tables} and {@code $views}, the relations of the snapshot, {@code $sharedviews} those views whose reason
 * is stated; {@code $routines}, {@code $triggers}, the code that the snapshot declares, {@code $sharedroutines} and {@code
 * $sharedrules} that whose reason is stated.
 */
final class ReachQueries {

    private static final String RELATIONS = """
            SELECT c.oid::text FROM unnest(string_to_array(?, E'\\n')) name JOIN pg_class c ON c.oid = to_regclass(name)
            WHERE c.relkind = ANY (string_to_array(?, ','))""";

    private final ProbeSession session;
    private final RoleGraph roles;
    private final List<ReachableRole> reached;
    private final Schema live;
    private final Schema snapshot;
    private final DeclaredObjects declared;
    private final Map<String, String> arrays = new TreeMap<>((one, other) -> {
        int longer = Integer.compare(other.length(), one.length());
        return longer == 0 ? one.compareTo(other) : longer;
    });

    private ReachQueries(
            ProbeSession session,
            RoleGraph roles,
            List<ReachableRole> reached,
            Schema live,
            Schema snapshot,
            DeclaredObjects declared) {
        this.session = session;
        this.roles = roles;
        this.reached = List.copyOf(reached);
        this.live = live;
        this.snapshot = snapshot;
        this.declared = declared;
    }

    /** Finds out what the names in queries stand for. */
    static ReachQueries of(ProbeSession session, Schema live, Schema snapshot, DeclaredObjects declared)
            throws SQLException {
        RoleGraph roles = RoleReader.read(session, snapshot);
        RoleGraph.Role application = roles.named(session.role());
        List<RoleGraph.Role> sessions = Stream.concat(Stream.of(application), roles.loginMembers(application).stream())
                .toList();
        ReachQueries queries =
                new ReachQueries(session, roles, roles.reachableFrom(sessions), live, snapshot, declared);
        queries.define(
                "$roles",
                queries.reached.stream()
                        .filter(role -> !role.privileged())
                        .map(role -> role.role().oid())
                        .toList());
        queries.define("$tenants", queries.relations(queries.tables(ReachQueries::isTenantTable), "r,p"));
        queries.define(
                "$root",
                queries.relations(queries.tables(table -> table.tenantScope() instanceof TenantScope.Root), "r,p"));
        queries.define("$tables", queries.relations(queries.tables(table -> true), "r,p"));
        queries.define("$views", queries.relations(snapshot.views().stream().map(View::name), "v,m"));
        queries.define("$sharedviews", queries.relations(declared.sharedViews().stream(), "v,m"));
        queries.define(
                "$sequences", queries.relations(snapshot.sequences().stream().map(Sequence::name), "S"));
        queries.define("$routines", declared.routines());
        queries.define("$triggers", declared.triggers());
        queries.define("$sharedrules", declared.sharedRules());
        queries.define("$sharedroutines", declared.sharedRoutines());
        String compute = queries.expanded(ReachSql.COMPUTE);
        session.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(compute);
            }
        });
        return queries;
    }

    private static boolean isTenantTable(Table table) {
        return table.tenantScope().tenantColumn().isPresent();
    }

    private Stream<QualifiedName> tables(Predicate<Table> which) {
        return snapshot.tables().stream()
                .filter(which)
                .flatMap(table -> Stream.concat(
                        Stream.of(table.name()),
                        table.partitions().stream()
                                .map(partition -> table.name().withName(partition.name()))));
    }

    private List<String> relations(Stream<QualifiedName> names, String kinds) throws SQLException {
        return session.texts(
                RELATIONS, String.join("\n", names.map(Identifier::quote).toList()), kinds);
    }

    private void define(String name, Collection<String> oids) {
        arrays.put(name, "'{" + String.join(",", oids) + "}'::oid[]");
    }

    /** Returns the query with the arrays of OIDs. */
    String expanded(String sql) {
        String whole = sql;
        for (Map.Entry<String, String> array : arrays.entrySet()) {
            whole = whole.replace(array.getKey(), array.getValue());
        }
        return whole.replace("$setting", Literal.text(session.setting()));
    }

    /** Returns the first column of a query; names of objects lose the default schema. */
    List<String> texts(String sql) throws SQLException {
        return session.names(expanded(sql));
    }

    /**
     * Returns a path from each row of a query: the OID of the role, a line break, and what the role can do. Zero stands for
     * every role.
     */
    List<String> paths(String sql) throws SQLException {
        return texts(sql).stream().map(this::path).toList();
    }

    /** Returns the path of one row of such a query. */
    String path(String row) {
        String[] of = row.split("\n", 2);
        return find(of[0]).map(ReachableRole::path).orElse("every role") + " " + of[1];
    }

    /** Returns the session in which the queries run. */
    ProbeSession session() {
        return session;
    }

    /** Returns the reached roles with their paths, the application role first. */
    List<ReachableRole> reached() {
        return reached;
    }

    /** Returns the roles of the server. */
    RoleGraph roles() {
        return roles;
    }

    /** Returns the live schema. */
    Schema live() {
        return live;
    }

    /** Returns the objects that the snapshot declares as they are. */
    DeclaredObjects declared() {
        return declared;
    }

    /** Returns the expected schema. */
    Schema snapshot() {
        return snapshot;
    }

    /** Returns a reached role. */
    ReachableRole role(String oid) {
        return find(oid).orElseThrow();
    }

    private Optional<ReachableRole> find(String oid) {
        return reached.stream().filter(role -> role.role().oid().equals(oid)).findFirst();
    }
}
