package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.session.SearchPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads rare kinds of objects, with the statements that create and drop each. */
final class OtherObjectQueries {

    private static final String CREATED_BY_USERS = """
             AND o.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = '%s'::regclass AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
            ORDER BY 1, 2, 3""";

    private static final String CONFIGURATIONS = """
            SELECT n.nspname AS schema, o.cfgname::text AS name,
                format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, o.cfgname, pn.nspname, p.prsname)
                    || coalesce((SELECT string_agg(format(E';\\nALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %s WITH %s',
                            n.nspname, o.cfgname, m.tokens, m.dictionaries), '' ORDER BY m.tokens)
                        FROM (SELECT by_token.dictionaries, string_agg(by_token.alias, ', ' ORDER BY by_token.alias) AS tokens
                            FROM (SELECT t.alias, string_agg(format('%I.%I', dn.nspname, d.dictname), ', '
                                    ORDER BY m.mapseqno) AS dictionaries
                                FROM pg_ts_config_map m JOIN pg_ts_dict d ON d.oid = m.mapdict
                                JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                                JOIN ts_token_type(o.cfgparser) t ON t.tokid = m.maptokentype
                                WHERE m.mapcfg = o.oid GROUP BY t.alias) by_token
                            GROUP BY by_token.dictionaries) m), '') AS create,
                format('DROP TEXT SEARCH CONFIGURATION %I.%I', n.nspname, o.cfgname) AS drop
            FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
            JOIN pg_ts_parser p ON p.oid = o.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
            WHERE n.nspname = ANY (?)""" + CREATED_BY_USERS.formatted("pg_ts_config");

    private static final String OPERATORS = """
            SELECT n.nspname AS schema, o.oprname::text AS name,
                format('CREATE OPERATOR %I.%s (FUNCTION = %s', n.nspname, o.oprname, o.oprcode::regproc)
                    || CASE o.oprleft WHEN 0 THEN '' ELSE ', LEFTARG = ' || format_type(o.oprleft, NULL) END
                    || ', RIGHTARG = ' || format_type(o.oprright, NULL)
                    || coalesce((SELECT format(', COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                        FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace WHERE c.oid = o.oprcom), '')
                    || coalesce((SELECT format(', NEGATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                        FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace WHERE c.oid = o.oprnegate), '')
                    || CASE o.oprrest WHEN 0 THEN '' ELSE ', RESTRICT = ' || o.oprrest END
                    || CASE o.oprjoin WHEN 0 THEN '' ELSE ', JOIN = ' || o.oprjoin END
                    || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
                    || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || ')' AS create,
                format('DROP OPERATOR %I.%s (%s, %s)', n.nspname, o.oprname,
                    CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                    format_type(o.oprright, NULL)) AS drop
            FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
            WHERE o.oprcode <> 0 AND n.nspname = ANY (?)""" + CREATED_BY_USERS.formatted("pg_operator");

    private static final String CASTS = """
            SELECT 'public' AS schema, format('cast %s to %s', format_type(o.castsource, NULL), format_type(o.casttarget, NULL))
                    AS name,
                format('CREATE CAST (%s AS %s) ', format_type(o.castsource, NULL), format_type(o.casttarget, NULL))
                    || CASE o.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || o.castfunc::regprocedure
                        WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
                    || CASE o.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT' ELSE '' END AS create,
                format('DROP CAST (%s AS %s)', format_type(o.castsource, NULL), format_type(o.casttarget, NULL)) AS drop
            FROM pg_cast o
            WHERE 'public' = ANY (?)""" + CREATED_BY_USERS.formatted("pg_cast");

    private static final List<String> ALL = List.of(CONFIGURATIONS, OPERATORS, CASTS);

    private OtherObjectQueries() {}

    /** Returns the schema with these objects. */
    static LiveSchema add(Connection connection, LiveSchema live) throws SQLException {
        List<SqlObject> objects = new ArrayList<>(live.schema().objects());
        Set<QualifiedName> taken = new HashSet<>();
        objects.forEach(object -> taken.add(object.name()));
        RollbackTransaction.run(connection, () -> {
            for (String query : ALL) {
                read(connection, query, live, taken, objects);
            }
            return objects;
        });
        return live.withObjects(objects);
    }

    private static void read(
            Connection connection, String query, LiveSchema live, Set<QualifiedName> taken, List<SqlObject> objects)
            throws SQLException {
        Set<String> namespaces = new TreeSet<>(Set.of(QualifiedName.DEFAULT_SCHEMA));
        live.schema().namespaces().forEach(namespace -> namespaces.add(namespace.name()));
        try (Statement settings = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(query)) {
            settings.execute(SearchPath.SET_OWN_LOCALLY);
            statement.setArray(1, connection.createArrayOf("text", namespaces.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    objects.add(new SqlObject(
                            unique(new QualifiedName(rows.getString("schema"), rows.getString("name")), taken),
                            rows.getString("create"),
                            rows.getString("drop"),
                            false,
                            List.of(),
                            Optional.empty()));
                }
            }
        }
    }

    /** Numbers overloaded operators, because an object needs a unique name. */
    private static QualifiedName unique(QualifiedName name, Set<QualifiedName> taken) {
        QualifiedName unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name.withName(name.name() + "_" + i);
        }
        return unique;
    }
}
