package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.runtime.internal.catalog.Alterations;
import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.runtime.internal.session.SearchPath;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.SqlObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds the comments and grants of SQL-defined objects, as statements after the one that creates the object. */
final class AttachedStatements {

    /** Each object with its name for DROP, its name for GRANT, and its privileges. */
    private static final String OBJECTS = """
            SELECT 'pg_proc'::regclass AS class, o.oid, format('%s %I.%I(%s)', CASE o.prokind WHEN 'p' THEN 'PROCEDURE'
                    WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END, n.nspname, o.proname,
                    CASE o.prokind WHEN 'a' THEN coalesce(nullif(pg_get_function_identity_arguments(o.oid), ''), '*')
                    ELSE pg_get_function_identity_arguments(o.oid) END) AS name,
                'ROUTINE ' || o.oid::regprocedure AS routine, o.proacl AS acl, o.proowner AS owner
            FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace
            UNION ALL SELECT 'pg_type'::regclass, o.oid,
                format('%s %I.%I', CASE o.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, n.nspname, o.typname),
                format('TYPE %I.%I', n.nspname, o.typname), o.typacl, o.typowner
            FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace WHERE o.typtype IN ('c', 'd', 'r')
            UNION ALL SELECT 'pg_trigger'::regclass, o.oid, format('TRIGGER %I ON %I.%I', o.tgname, n.nspname, c.relname),
                NULL, NULL, NULL
            FROM pg_trigger o JOIN pg_class c ON c.oid = o.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            UNION ALL SELECT 'pg_rewrite'::regclass, o.oid, format('RULE %I ON %I.%I', o.rulename, n.nspname, c.relname),
                NULL, NULL, NULL
            FROM pg_rewrite o JOIN pg_class c ON c.oid = o.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
            UNION ALL SELECT 'pg_collation'::regclass, o.oid, format('COLLATION %I.%I', n.nspname, o.collname),
                NULL, NULL, NULL
            FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
            UNION ALL SELECT 'pg_statistic_ext'::regclass, o.oid, format('STATISTICS %I.%I', n.nspname, o.stxname),
                NULL, NULL, NULL
            FROM pg_statistic_ext o JOIN pg_namespace n ON n.oid = o.stxnamespace
            UNION ALL SELECT 'pg_ts_dict'::regclass, o.oid,
                format('TEXT SEARCH DICTIONARY %I.%I', n.nspname, o.dictname), NULL, NULL, NULL
            FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace
            UNION ALL SELECT 'pg_ts_config'::regclass, o.oid,
                format('TEXT SEARCH CONFIGURATION %I.%I', n.nspname, o.cfgname), NULL, NULL, NULL
            FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
            UNION ALL SELECT 'pg_operator'::regclass, o.oid, format('OPERATOR %I.%s (%s, %s)', n.nspname, o.oprname,
                    CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                    format_type(o.oprright, NULL)), NULL, NULL, NULL
            FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
            UNION ALL SELECT 'pg_cast'::regclass, o.oid,
                format('CAST (%s AS %s)', format_type(o.castsource, NULL), format_type(o.casttarget, NULL)),
                NULL, NULL, NULL
            FROM pg_cast o
            UNION ALL SELECT 'pg_event_trigger'::regclass, oid, format('EVENT TRIGGER %I', evtname), NULL, NULL, NULL
            FROM pg_event_trigger
            UNION ALL SELECT 'pg_publication'::regclass, oid, format('PUBLICATION %I', pubname), NULL, NULL, NULL
            FROM pg_publication
            UNION ALL
            """ + RareObjectNames.SQL;

    private static final String STATEMENTS = """
            SELECT 'DROP ' || o.name AS of, s.statement
            FROM (OBJECTS) o CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, 0) i
            CROSS JOIN LATERAL (
                SELECT 1 AS place, 'COMMENT ON ' || o.name || ' IS ' || quote_literal(d.description) AS statement
                FROM pg_description d WHERE d.classoid = o.class AND d.objoid = o.oid AND d.objsubid = 0
                UNION ALL SELECT 1, format('COMMENT ON COLUMN %I.%I.%I IS %L', i.schema, i.name, a.attname, d.description)
                FROM pg_description d JOIN pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
                WHERE d.classoid = 'pg_class'::regclass AND d.objsubid > 0
                    AND (o.class = 'pg_class'::regclass AND d.objoid = o.oid OR o.class = 'pg_type'::regclass
                        AND d.objoid = (SELECT c.oid FROM pg_class c WHERE c.reltype = o.oid AND c.relkind = 'c'))
                UNION ALL SELECT 1, format('COMMENT ON CONSTRAINT %I ON %s IS %L', k.conname, o.name, d.description)
                FROM pg_description d JOIN pg_constraint k ON k.oid = d.objoid
                WHERE o.class = 'pg_type'::regclass AND d.classoid = 'pg_constraint'::regclass AND k.contypid = o.oid
                UNION ALL SELECT 2, 'REVOKE ALL ON ' || o.routine || ' FROM PUBLIC'
                WHERE o.acl IS NOT NULL AND o.class IN ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_language'::regclass)
                    AND NOT EXISTS (SELECT FROM aclexplode(o.acl) WHERE grantee = 0)
                UNION ALL SELECT 3, format('GRANT %s ON %s TO %I', g.privilege_type, o.routine, r.rolname)
                    || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                FROM aclexplode(o.acl) g JOIN pg_roles r ON r.oid = g.grantee WHERE g.grantee <> o.owner
                UNION ALL SELECT 3, format('GRANT %s ON %s TO PUBLIC', g.privilege_type, o.routine)
                FROM aclexplode(o.acl) g WHERE g.grantee = 0
                    AND o.class NOT IN ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_language'::regclass)
                UNION ALL SELECT 4, format('GRANT %s (%I) ON %s TO %s', g.privilege_type, a.attname, o.routine,
                        CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END)
                    || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g
                WHERE o.class = 'pg_class'::regclass AND a.attrelid = o.oid AND NOT a.attisdropped) s
            WHERE o.oid >= 16384 AND coalesce(i.schema, '') !~ '^(pg_.*|information_schema|tenon)$'
                AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
            ORDER BY 1, s.place, 2""".replace("OBJECTS", OBJECTS);

    private AttachedStatements() {}

    /** Returns the schema with these statements after those that create the objects. */
    static DatabaseContent add(Connection connection, LiveSchema live, List<Leftover> more) throws SQLException {
        Map<String, StringBuilder> statements = RollbackTransaction.run(connection, () -> read(connection));
        List<SqlObject> objects = new ArrayList<>();
        for (SqlObject object : live.schema().objects()) {
            StringBuilder attached = statements.remove(object.drop());
            objects.add(attached == null ? object : object.withCreate(object.create() + attached));
        }
        PartitionReferences references = new PartitionReferences(live.schema(), live.unmodelled());
        live.unmodelled().stream()
                .filter(references::canBeCreated)
                .forEach(attribute -> Alterations.of(attribute).stream()
                        .map(references::afterTable)
                        .forEach(objects::add));
        Optional<String> owner = live.owners().ofMost(each -> true);
        owner.ifPresent(most -> live.owners().holdings().stream()
                .filter(each -> !each.role().equals(most))
                .flatMap(each -> each.object(most).stream())
                .forEach(objects::add));
        List<Unmodelled> unmodelled = new ArrayList<>(live.unmodelled());
        unmodelled.removeIf(attribute -> attribute.isCreatedBy(objects));
        List<Leftover> leftovers = new ArrayList<>(more);
        statements.forEach((of, attached) -> leftovers.add(leftover(of, attached.substring(2))));
        return new DatabaseContent(
                new LiveSchema(live.schema().withObjects(objects), live.viewColumns(), unmodelled, live.owners()),
                leftovers);
    }

    /** The comment and privileges of an object that is not SQL-defined. */
    private static Leftover leftover(String dropped, String statements) {
        String identity = dropped.substring("DROP ".length());
        return new Leftover("comment or privileges", identity, identity + ": " + statements, statements);
    }

    private static Map<String, StringBuilder> read(Connection connection) throws SQLException {
        Map<String, StringBuilder> more = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(SearchPath.SET_OWN_LOCALLY);
            try (ResultSet rows = statement.executeQuery(STATEMENTS)) {
                while (rows.next()) {
                    more.computeIfAbsent(rows.getString("of"), of -> new StringBuilder())
                            .append(";\n")
                            .append(rows.getString("statement"));
                }
            }
        }
        return more;
    }
}
