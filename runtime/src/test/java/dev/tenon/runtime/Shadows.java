package dev.tenon.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates objects in {@code public} that shadow those of the server: functions and operators that match calls better,
 * views named like catalogs, and types named like types. Each raises an error and leaves a trace that survives a
 * rollback.
 */
final class Shadows {

    /** A string of the sources, which may be SQL. */
    private static final Pattern TEXT = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");

    private static final Pattern CATALOG = Pattern.compile("\\b(pg_[a-z_]+)");

    private static final Pattern CALLED = Pattern.compile("\\b([a-z_]+[0-9a-z_]*)\\(");

    /** For each parameter type, the argument types with an implicit cast to it. */
    private static final Map<String, List<String>> NARROWER = Map.of(
            "text", List.of("text", "varchar", "name"),
            "name", List.of("name", "varchar", "text"),
            "integer", List.of("integer", "smallint", "bigint"),
            "bigint", List.of("bigint", "integer", "oid"),
            "oid", List.of("oid", "regclass", "integer", "bigint"),
            "regclass", List.of("regclass", "oid", "text", "varchar"),
            "\"any\"", List.of("text", "varchar", "name", "integer", "oid"),
            "anyelement", List.of("text", "varchar", "name", "integer", "oid"),
            "anyarray", List.of("text[]", "name[]", "oid[]", "smallint[]", "integer[]"),
            "record", List.of("pg_catalog.pg_class"));

    private static final List<String> OPERANDS =
            List.of("text", "varchar", "name", "\"char\"", "integer", "bigint", "oid", "regclass", "boolean");

    private static final Set<String> OPERATORS =
            Set.of("=", "<>", "<", ">", "<=", ">=", "||", "~", "+", "-", "*", "~~");

    private static final String BODY = """
            LANGUAGE plpgsql AS $body$ BEGIN
                BEGIN PERFORM pg_catalog.nextval('public.hijacked'); EXCEPTION WHEN OTHERS THEN NULL; END;
                RAISE EXCEPTION 'hijacked by %s';
            END $body$""";

    private static final String EACH = """
            DO $each$ DECLARE one pg_catalog.text; BEGIN
                FOREACH one IN ARRAY pg_catalog.string_to_array(%s, E'\\x01') LOOP
                    BEGIN EXECUTE one; EXCEPTION WHEN OTHERS THEN NULL; END;
                END LOOP;
            END $each$""";

    private final Scratch scratch;
    private final Set<String> statements = new LinkedHashSet<>();

    private Shadows(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Creates the objects, and puts {@code public} first on the database's search path. */
    static void create(Scratch scratch) throws SQLException {
        new Shadows(scratch).create();
    }

    private void create() throws SQLException {
        scratch.execute("CREATE SEQUENCE public.hijacked");
        functions();
        operators();
        Set<String> named = matches(CATALOG);
        for (String relation : column(
                "SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind IN ('r', 'v')")) {
            if (!named.contains(relation)) {
                continue;
            }
            statements.add("CREATE VIEW public." + relation + " AS SELECT * FROM pg_catalog." + relation
                    + " WHERE public.hostile_row()");
        }
        for (String type : List.of("text", "oid", "regclass", "regtype", "name", "uuid")) {
            statements.add("CREATE DOMAIN public." + type + " AS pg_catalog.text CHECK (public.hostile_row())");
        }
        scratch.executeAsIs("SET check_function_bodies = off");
        scratch.executeAsIs(
                EACH.formatted("'" + String.join("\u0001", statements).replace("'", "''") + "'"));
        scratch.executeAsIs("ALTER DATABASE " + scratch.database().name() + " SET search_path = public, pg_catalog");
    }

    private void functions() throws SQLException {
        statements.add("CREATE FUNCTION public.hostile_row() RETURNS pg_catalog.bool " + body("a view or type"));
        try (Statement query = scratch.connection().createStatement();
                ResultSet row = query.executeQuery("""
                        SELECT p.proname, ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY a (t, n) ORDER BY n),
                            CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END
                                || CASE WHEN r.typtype = 'p' AND r.typname <> 'record' THEN 'text' ELSE format_type(r.oid, NULL) END
                        FROM pg_proc p JOIN pg_type r ON r.oid = p.prorettype
                        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.pronargs <= 4 AND p.prokind <> 'p'
                        ORDER BY 1, p.oid""")) {
            Set<String> called = matches(CALLED);
            while (row.next()) {
                if (called.contains(row.getString(1))) {
                    String[] parameters = (String[]) row.getArray(2).getArray();
                    for (String arguments : arguments(List.of(parameters))) {
                        statements.add("CREATE FUNCTION public." + row.getString(1) + "(" + arguments + ") RETURNS "
                                + row.getString(3) + " " + body(row.getString(1) + "(" + arguments + ")"));
                    }
                }
            }
        }
    }

    /** Returns the parameters and other types that match them, a few dozen combinations at most. */
    private static List<String> arguments(List<String> parameters) {
        List<String> all = List.of("");
        for (String parameter : parameters) {
            List<String> narrower = NARROWER.getOrDefault(parameter, List.of(parameter));
            all = all.stream()
                    .flatMap(before -> narrower.stream().map(each -> before.isEmpty() ? each : before + ", " + each))
                    .limit(12)
                    .toList();
        }
        return all;
    }

    private void operators() {
        for (String left : OPERANDS) {
            for (String right : OPERANDS) {
                for (String result : List.of("boolean", "text")) {
                    String name = "public.hostile_" + result;
                    statements.add("CREATE FUNCTION " + name + "(" + left + ", " + right + ") RETURNS pg_catalog."
                            + result.replace("boolean", "bool") + " "
                            + body("an operator of " + left + " and " + right));
                }
                for (String operator : OPERATORS) {
                    String result = operator.equals("||") ? "text" : "boolean";
                    statements.add("CREATE OPERATOR public." + operator + " (FUNCTION = public.hostile_" + result
                            + ", LEFTARG = " + left + ", RIGHTARG = " + right + ")");
                }
            }
        }
    }

    private static String body(String name) {
        return BODY.formatted(name.replace("'", "''"));
    }

    /** Returns the matches in all strings of the sources, and so in all SQL. */
    private static Set<String> matches(Pattern pattern) {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> matches = new TreeSet<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                matches.addAll(TEXT.matcher(Files.readString(file))
                        .results()
                        .flatMap(text -> pattern.matcher(text.group()).results())
                        .map(word -> word.group(1))
                        .collect(Collectors.toSet()));
            }
            return matches;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement query = scratch.connection().createStatement();
                ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
