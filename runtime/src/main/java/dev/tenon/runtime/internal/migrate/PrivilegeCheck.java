package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks, before anything is changed, whether the role has the privileges that the migrations need. */
final class PrivilegeCheck {

    private static final String SCHEMAS = """
            SELECT wanted, n.oid IS NOT NULL AND NOT has_schema_privilege(n.oid, 'CREATE'),
                n.oid IS NULL AND NOT has_database_privilege(current_database(), 'CREATE')
            FROM unnest(?) AS wanted
            LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = wanted
            ORDER BY wanted""";

    private static final String EXTENSIONS = """
            SELECT wanted, count(v.name) = 0,
                NOT coalesce(bool_or(me.rolsuper OR NOT v.superuser
                    OR v.trusted AND has_database_privilege(current_database(), 'CREATE')), false)
            FROM unnest(?) AS wanted
            CROSS JOIN (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) AS me
            LEFT JOIN pg_catalog.pg_available_extension_versions v ON v.name = wanted
            WHERE wanted NOT IN (SELECT extname FROM pg_catalog.pg_extension)
            GROUP BY wanted
            ORDER BY wanted""";

    private static final String VECTOR = """
            SELECT version || ', but the schema needs ' || wanted,
                string_to_array(version, '.')::int[] < string_to_array(wanted, '.')::int[], installed
            FROM unnest(?) AS wanted
            CROSS JOIN (
                SELECT extversion, true FROM pg_catalog.pg_extension WHERE extname = 'vector'
                UNION ALL
                SELECT default_version, false FROM pg_catalog.pg_available_extensions
                WHERE name = 'vector' AND installed_version IS NULL
            ) AS found (version, installed)
            WHERE version ~ '^[0-9]+([.][0-9]+)*$'""";

    private static final String ROLES = """
            SELECT wanted, NOT (me.rolsuper OR me.rolcreaterole), false
            FROM unnest(?) AS wanted
            CROSS JOIN (SELECT rolsuper, rolcreaterole FROM pg_catalog.pg_roles WHERE rolname = current_user) AS me
            WHERE wanted NOT IN (SELECT rolname FROM pg_catalog.pg_roles)
            ORDER BY wanted""";

    private static final String OWNERS = """
            SELECT wanted || ', which belongs to ' || pg_get_userbyid(c.relowner),
                NOT pg_has_role(c.relowner, 'USAGE'), false
            FROM unnest(?) AS wanted
            JOIN pg_catalog.pg_class c ON c.oid = to_regclass(wanted)
            ORDER BY wanted""";

    private final HistorySchema history;
    private final Connection connection;
    private final List<Fault> faults = new ArrayList<>();

    private PrivilegeCheck(HistorySchema history, Connection connection) {
        this.history = history;
        this.connection = connection;
    }

    /** Returns the obstacles to migrating this database to {@code target}. */
    static List<Fault> missing(HistorySchema history, Connection connection, Schema target) throws SQLException {
        PrivilegeCheck rights = new PrivilegeCheck(history, connection);
        rights.schemas(target);
        rights.extensions(target);
        rights.vector(target);
        rights.roles(target);
        rights.owners(target);
        return rights.faults;
    }

    /** Returns the obstacles to migrating a database later that already has {@code target}. */
    static List<Fault> missingToAdopt(HistorySchema history, Connection connection, Schema target) throws SQLException {
        PrivilegeCheck rights = new PrivilegeCheck(history, connection);
        rights.schemas(Schema.EMPTY);
        rights.owners(target);
        return rights.faults;
    }

    private void schemas(Schema target) throws SQLException {
        Stream<String> names = Stream.concat(
                Stream.of(history.name()), target.namespaces().stream().map(Namespace::name));
        each(SCHEMAS, names, (name, notInSchema, notInDatabase) -> {
            // What others have made, such as the schema of an extension, needs no privilege.
            if (notInSchema && (name.equals(history.name()) || target.hasObjectsIn(name))) {
                privilege("may not create objects in schema " + name, "GRANT CREATE ON SCHEMA " + name + " TO it");
            }
            if (notInDatabase) {
                privilege("may not create schema " + name, "GRANT CREATE ON DATABASE … TO it");
            }
        });
    }

    private void extensions(Schema target) throws SQLException {
        each(EXTENSIONS, target.extensions().stream().map(Extension::name), (name, unknown, forbidden) -> {
            if (unknown) {
                extension("the server does not have extension " + name, "install its package on the server");
            } else if (forbidden) {
                extension(
                        "the role may not create extension " + name,
                        "run CREATE EXTENSION " + name + " as a superuser");
            }
        });
    }

    private void vector(Schema target) throws SQLException {
        Stream<String> needed = target.extensions().stream()
                .filter(extension -> extension.name().equals("vector"))
                .map(extension -> VectorVersion.needed(target));
        each(VECTOR, needed, (versions, tooOld, installed) -> {
            if (tooOld) {
                extension(
                        "extension vector is " + versions,
                        "install a newer package of pgvector on the server"
                                + (installed ? ", then run ALTER EXTENSION vector UPDATE" : ""));
            }
        });
    }

    private void roles(Schema target) throws SQLException {
        each(ROLES, target.roles().stream().map(Role::name), (name, forbidden, none) -> {
            if (forbidden) {
                privilege("may not create role " + name, "create the role, or grant the migrating role CREATEROLE");
            }
        });
    }

    private void owners(Schema target) throws SQLException {
        Stream<String> tables = target.tables().stream().map(table -> Identifier.quote(table.name()));
        each(OWNERS, tables, (table, foreign, none) -> {
            if (foreign) {
                privilege("may not alter table " + table, "migrate as the owner, or as a member of that role");
            }
        });
    }

    private void privilege(String problem, String remedy) {
        faults.add(new Fault(FaultCode.PRIVILEGE_MISSING, "the role " + problem, remedy));
    }

    private void extension(String problem, String remedy) {
        faults.add(new Fault(FaultCode.EXTENSION_UNAVAILABLE, problem, remedy));
    }

    /** Receives a name and two values. */
    private interface RowReader {
        void accept(String name, boolean first, boolean second);
    }

    private void each(String sql, Stream<String> names, RowReader answer) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    answer.accept(row.getString(1), row.getBoolean(2), row.getBoolean(3));
                }
            }
        }
    }
}
