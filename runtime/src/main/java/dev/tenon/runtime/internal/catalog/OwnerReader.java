package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads the owners of schemas, relations, enum types and routines. The schema {@code public}, which the database's
 * owner owns, the sequences of columns, which the table's owner owns, and members of extensions are excluded.
 */
final class OwnerReader {

    /**
     * Returns the objects whose owner is not the owner of the history; without a history, all objects if they have
     * several owners. Most databases have one owner, so this saves a row for each object.
     */
    private static final String SQL = """
            WITH n AS (SELECT * FROM pg_namespace WHERE nspname = ANY (?)),
            member AS (
                SELECT d.classid, d.objid FROM pg_depend d
                WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'),
            o AS (
                SELECT 'n' AS kind, n.nspname AS object_schema, n.nspname AS object_name, NULL::name AS part_of,
                    n.nspowner AS owner, n.oid
                FROM n WHERE n.nspname <> 'public'
                UNION ALL
                SELECT c.relkind, n.nspname, c.relname, w.relname, c.relowner, c.oid
                FROM n JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
                LEFT JOIN pg_inherits h ON h.inhrelid = c.oid AND c.relispartition
                LEFT JOIN pg_class w ON w.oid = h.inhparent
                WHERE (c.relkind <> 'S' OR NOT EXISTS (
                        SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')))
                    AND (c.tableoid, c.oid) NOT IN (SELECT classid, objid FROM member)
                UNION ALL
                SELECT 'e', n.nspname, t.typname, NULL, t.typowner, t.oid
                FROM n JOIN pg_type t ON t.typnamespace = n.oid AND t.typtype = 'e'
                WHERE (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM member)
                UNION ALL
                SELECT 'f', n.nspname, p.proname, NULL, p.proowner, p.oid
                FROM n JOIN pg_proc p ON p.pronamespace = n.oid
                WHERE (p.tableoid, p.oid) NOT IN (SELECT classid, objid FROM member)),
            h AS (SELECT relowner AS owner FROM pg_class WHERE oid = to_regclass(
                quote_ident(coalesce(nullif(current_setting('tenon.history', true), ''), 'tenon')) || '.history'))
            SELECT o.kind, o.object_schema, o.object_name, o.part_of, pg_get_userbyid(o.owner) AS owner,
                CASE o.kind WHEN 'n' THEN format('ALTER SCHEMA %I', o.object_name)
                    WHEN 'f' THEN format('ALTER ROUTINE %s', o.oid::regprocedure)
                    WHEN 'e' THEN format('ALTER TYPE %s', o.oid::regtype)
                    WHEN 'S' THEN format('ALTER SEQUENCE %s', o.oid::regclass)
                    WHEN 'v' THEN format('ALTER VIEW %s', o.oid::regclass)
                    WHEN 'm' THEN format('ALTER MATERIALIZED VIEW %s', o.oid::regclass)
                    ELSE format('ALTER TABLE %s', o.oid::regclass) END AS alter
            FROM o LEFT JOIN h ON true
            WHERE CASE WHEN h.owner IS NULL THEN (SELECT count(DISTINCT owner) > 1 FROM o) ELSE o.owner <> h.owner END
            UNION ALL
            SELECT 'h', NULL, NULL, NULL, pg_get_userbyid(owner), NULL FROM h
            """;

    private static final String HISTORY = "h";

    private OwnerReader() {}

    static Owners read(CatalogQueries catalog, Collection<String> namespaces) throws SQLException {
        List<Owners.OwnedObject> holdings = new ArrayList<>();
        List<String> migrator = new ArrayList<>();
        catalog.each(SQL, namespaces, row -> {
            if (row.text("kind").equals(HISTORY)) {
                migrator.add(row.text("owner"));
            } else {
                holdings.add(new Owners.OwnedObject(path(row), row.text("owner"), row.text("alter")));
            }
        });
        return new Owners(migrator.stream().findFirst(), holdings);
    }

    private static ObjectPath path(CatalogRow row) throws SQLException {
        QualifiedName name = new QualifiedName(row.text("object_schema"), row.text("object_name"));
        Optional<String> table = row.optional("part_of");
        if (table.isPresent()) {
            return ObjectPath.partition(name.withName(table.get()), name.name());
        }
        return switch (row.text("kind")) {
            case "n" -> ObjectPath.namespace(name.name());
            case "v", "m" -> ObjectPath.view(name);
            case "S" -> ObjectPath.sequence(name);
            case "e" -> ObjectPath.enumType(name);
            case "f" -> ObjectPath.object(name);
            default -> ObjectPath.table(name);
        };
    }
}
