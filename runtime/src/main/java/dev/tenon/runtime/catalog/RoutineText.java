package dev.tenon.runtime.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.sql.CreateStatement;
import dev.tenon.schema.sql.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Compares functions and procedures with what their statements make, in the server's own words. */
final class RoutineText {

    private static final Pattern CREATE = Pattern.compile("(?is)^create\\s+(or\\s+replace\\s+)?");

    private static final String DEFINITIONS = """
            SELECT p.oid::regprocedure::text AS signature, pg_get_functiondef(p.oid) AS definition
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = ? AND p.proname = ? AND p.prokind <> 'a'""";

    private final Connection connection;
    private final Catalog catalog;

    RoutineText(Connection connection) throws SQLException {
        this.connection = connection;
        this.catalog = new Catalog(connection);
    }

    /** Adds the object to those that were found, if it is there, and to the unknown ones if the server does not take its statement. */
    void find(SqlObject object, CreateStatement made, List<SqlObject> found, List<Unprintable> unknown)
            throws SQLException {
        Savepoint start = connection.setSavepoint();
        execute(ServerText.UNDERSTANDING);
        Map<String, String> before = definitions(made.name());
        try {
            execute("SET LOCAL check_function_bodies = off");
            execute(CREATE.matcher(SqlScript.of(object.create()).statements().get(0))
                    .replaceFirst("CREATE OR REPLACE "));
            Map<String, String> after = definitions(made.name());
            after.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                    .findFirst()
                    .ifPresentOrElse(
                            entry -> {
                                String live = before.get(entry.getKey());
                                if (live != null) {
                                    found.add(object.withCreate(live));
                                }
                            },
                            () -> found.add(object));
        } catch (SQLException refused) {
            if (!before.isEmpty()) {
                found.add(object.withCreate(String.join("\n", before.values())));
            }
            unknown.add(new Unprintable(ObjectPath.object(object.name()), "definition", TextRefusal.reason(refused)));
        }
        connection.rollback(start);
        connection.releaseSavepoint(start);
    }

    private Map<String, String> definitions(QualifiedName name) throws SQLException {
        Map<String, String> definitions = new TreeMap<>();
        catalog.each(
                DEFINITIONS,
                row -> definitions.put(row.text("signature"), row.text("definition")),
                name.schema(),
                name.name());
        return definitions;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
