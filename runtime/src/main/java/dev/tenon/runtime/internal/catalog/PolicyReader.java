package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Policy.Command;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads row-level security policies.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-policy.html">pg_policy</a>
 */
final class PolicyReader {

    private static final String SQL = """
            SELECT n.nspname AS table_schema, c.relname AS table_name, p.polname, p.polcmd, p.polpermissive,
                ARRAY(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r)::text END
                    FROM unnest(p.polroles) r) AS roles,
                pg_get_expr(p.polqual, p.polrelid) AS using_text, pg_get_expr(p.polwithcheck, p.polrelid) AS check_text,
                d.description AS comment,
                CASE WHEN d.description IS NOT NULL THEN
                    ARRAY[format('COMMENT ON POLICY %%I ON %%s IS NULL', p.polname, c.oid::regclass)] END AS comment_remedy
            FROM %s
            JOIN pg_policy p ON p.polrelid = c.oid
            LEFT JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_policy'::regclass
            """.formatted(TableReader.WITH_PARTITIONS);

    private static final UnmodelledAttribute COMMENT = UnmodelledAttribute.repaired("comment", "");

    private static final Map<String, Command> COMMANDS = Map.of(
            "*", Command.ALL, "r", Command.SELECT, "a", Command.INSERT, "w", Command.UPDATE, "d", Command.DELETE);

    private PolicyReader() {}

    static TableMultimap<Policy> read(
            CatalogQueries catalog, Collection<String> namespaces, Consumer<Unmodelled> unmodelled)
            throws SQLException {
        TableMultimap<Policy> policies = new TableMultimap<>();
        catalog.each(SQL, namespaces, row -> {
            Policy policy = new Policy(
                    row.text("polname"),
                    command(row.text("polcmd")),
                    row.flag("polpermissive"),
                    row.texts("roles"),
                    row.optional("using_text"),
                    row.optional("check_text"));
            policies.add(row.table(), policy);
            COMMENT.report(row, ObjectPath.policy(row.table(), policy.name()), unmodelled);
        });
        return policies;
    }

    private static Command command(String code) {
        Command command = COMMANDS.get(code);
        if (command == null) {
            throw new IllegalStateException("not a command of a policy: " + code);
        }
        return command;
    }
}
