package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.GrantSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads grants on schemas, tables, views and sequences. The privileges of owners are not grants. A null ACL in the
 * catalogs means PostgreSQL's default privileges.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class GrantReader {

    private static final String SQL = """
            WITH n AS (SELECT * FROM pg_namespace WHERE nspname = ANY (?))
            SELECT g.object_schema, g.object_name, g.kind, g.column_name, g.privilege_type, g.is_grantable,
                CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee)::text END AS grantee,
                CASE WHEN g.grantor <> g.owner THEN pg_get_userbyid(g.grantor) END AS grantor
            FROM (
                SELECT n.nspname AS object_schema, NULL AS object_name, 'n'::"char" AS kind, NULL AS column_name, n.nspowner AS owner, g.*
                FROM n CROSS JOIN LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) g
                UNION ALL
                SELECT n.nspname, c.relname, c.relkind, NULL, c.relowner, g.*
                FROM n JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
                CROSS JOIN LATERAL aclexplode(coalesce(c.relacl,
                    acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner))) g
                UNION ALL
                SELECT n.nspname, c.relname, c.relkind, a.attname, c.relowner, g.*
                FROM n JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm')
                JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
                CROSS JOIN LATERAL aclexplode(a.attacl) g) g
            WHERE g.grantee <> g.owner
            """;

    private static final Set<String> KNOWN = Set.copyOf(
            EnumSet.allOf(Privilege.class).stream().map(Privilege::name).toList());

    private final Map<String, Map<String, Set<Privilege>>> namespaces = new HashMap<>();
    private final Map<QualifiedName, Map<String, Set<Privilege>>> relations = new HashMap<>();
    private final List<HandedOn> handedOn = new ArrayList<>();
    private final Consumer<Unmodelled> unmodelled;

    /**
     * A privilege with a grantor other than the owner. It is revoked together with the grantor's own privilege.
     *
     * @param to the privileges of each role on the object
     * @param on the object
     * @param path the grant
     * @param privilege the privilege
     * @param by the grantor
     */
    private record HandedOn(
            Map<String, Set<Privilege>> to, ObjectPath on, ObjectPath path, Privilege privilege, String by) {}

    private GrantReader(Consumer<Unmodelled> unmodelled) {
        this.unmodelled = unmodelled;
    }

    static GrantReader read(CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        GrantReader grants = new GrantReader(unmodelled);
        catalog.each(SQL, namespaces, grants::take);
        grants.handedOn.forEach(grants::take);
        return grants;
    }

    List<Grant> onNamespace(String name) {
        return grants(namespaces.getOrDefault(name, Map.of()));
    }

    List<Grant> onRelation(QualifiedName name) {
        return grants(relations.getOrDefault(name, Map.of()));
    }

    private void take(CatalogRow row) throws SQLException {
        String grantee = row.text("grantee");
        String privilege = row.text("privilege_type");
        Optional<QualifiedName> table = row.name("object");
        QualifiedName object =
                table.orElse(ObjectPath.namespace(row.text("object_schema")).owner());
        ObjectPath path = ObjectPath.grant(object, grantee);
        Optional<String> column = row.optional("column_name");
        if (column.isPresent()) {
            String revoke = GrantSql.revokeOnColumn(on(row, object), column.get(), privilege, grantee);
            String grant = GrantSql.grantOnColumn(on(row, object), column.get(), privilege, grantee, row.flag("is_grantable"));
            unmodelled.accept(new Unmodelled(
                    path, "column " + column.get(), privilege, false, without(revoke), Alterations.object(grant, revoke)));
        } else if (!KNOWN.contains(privilege)) {
            UnmodelledRepair unknown =
                    new UnmodelledRepair.Impossible("Tenon does not know the privilege " + privilege);
            unmodelled.accept(new Unmodelled(path, privilege, privilege, unknown));
        } else {
            Map<String, Set<Privilege>> roles = table.isPresent()
                    ? relations.computeIfAbsent(object, name -> new TreeMap<>())
                    : namespaces.computeIfAbsent(row.text("object_schema"), name -> new TreeMap<>());
            Optional<String> by = row.optional("grantor");
            if (by.isPresent()) {
                handedOn.add(new HandedOn(roles, on(row, object), path, Privilege.valueOf(privilege), by.get()));
            } else {
                add(roles, grantee, Privilege.valueOf(privilege));
            }
        }
        if (row.flag("is_grantable") && column.isEmpty()) {
            String revoke = GrantSql.revokeOption(on(row, object), privilege, grantee);
            String grant = GrantSql.grantWithOption(on(row, object), privilege, grantee);
            unmodelled.accept(new Unmodelled(
                    path,
                    "grant option",
                    privilege + " WITH GRANT OPTION",
                    false,
                    without(revoke),
                    Alterations.object(grant, revoke)));
        }
    }

    private void take(HandedOn privilege) {
        if (add(privilege.to(), privilege.path().member(), privilege.privilege())) {
            Grant same = new Grant(privilege.path().member(), List.of(privilege.privilege()));
            unmodelled.accept(new Unmodelled(
                    privilege.path(),
                    "by " + privilege.by(),
                    privilege.privilege().name(),
                    new UnmodelledRepair.Statements(
                            RepairPhase.REPAIRS, List.of(GrantSql.grant(privilege.on(), same)), "")));
        }
    }

    private static boolean add(Map<String, Set<Privilege>> roles, String grantee, Privilege privilege) {
        return roles.computeIfAbsent(grantee, name -> EnumSet.noneOf(Privilege.class))
                .add(privilege);
    }

    private static ObjectPath on(CatalogRow row, QualifiedName object) throws SQLException {
        return switch (row.text("kind")) {
            case "n" -> ObjectPath.namespace(object.name());
            case "S" -> ObjectPath.sequence(object);
            default -> ObjectPath.table(object);
        };
    }

    private static UnmodelledRepair without(String revoke) {
        return new UnmodelledRepair.Statements(
                RepairPhase.OBSTACLES, List.of(revoke), "grants that the role made with it are revoked, too");
    }

    private static List<Grant> grants(Map<String, Set<Privilege>> roles) {
        return roles.entrySet().stream()
                .map(role -> new Grant(role.getKey(), List.copyOf(role.getValue())))
                .toList();
    }
}
