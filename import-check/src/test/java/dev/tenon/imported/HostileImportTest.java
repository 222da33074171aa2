package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the names of objects are, their sources compile and reproduce these names. */
class HostileImportTest {

    private static final int COLUMNS_OF_A_TABLE = 24;

    /** Names that SQL, Java, JavaPoet or a file system could misinterpret, and names that are equal in Java. */
    private static final List<String> NAMES = List.of(
            "a b",
            "a_b",
            "aB",
            "AB",
            "ab",
            "Ab",
            "a__b",
            "_a_b",
            "a_b_",
            "a-b",
            "a.b",
            "a,b",
            "a b ",
            " a b",
            "A_B",
            "a$b",
            "it's",
            "\"",
            "\"\"",
            "a\"b",
            "\\",
            "\\u0041",
            "\\n",
            "$$",
            "$T",
            "$S",
            "$L",
            "%s",
            "${x}",
            "#{x}",
            "?",
            ":x",
            "@x",
            "--",
            "/* x",
            "*/",
            ";",
            "(",
            ")",
            "a(b",
            "[]",
            "{}",
            "<x>",
            "&amp;",
            "'; DROP TABLE x; --",
            "`",
            "~",
            "|",
            "=",
            "1",
            "1st",
            "0x1F",
            "9_lives",
            "_",
            "__",
            "$",
            "$1",
            "ä",
            "Ä",
            "é",
            "e\u0301",
            "ß",
            "ſ",
            "İ",
            "ı",
            "ﬁ",
            "中文",
            "日本",
            "🐘",
            "🐘🐘",
            "א",
            "שלום",
            "\u200b",
            "a\u200bb",
            "\ufeffx",
            "Ω",
            "\u00a0",
            "class",
            "Class",
            "CLASS",
            "record",
            "var",
            "yield",
            "sealed",
            "permits",
            "enum",
            "int",
            "Integer",
            "String",
            "Object",
            "Override",
            "Optional",
            "Nullable",
            "Long",
            "List",
            "UUID",
            "Instant",
            "Table",
            "Column",
            "Id",
            "Index",
            "Check",
            "Entity",
            "References",
            "Key",
            "hash_code",
            "hashCode",
            "to_string",
            "get_class",
            "getClass",
            "clone",
            "notify",
            "notify_all",
            "wait",
            "finalize",
            "equals",
            "true",
            "false",
            "null",
            "this",
            "super",
            "con",
            "nul",
            "aux",
            "package-info",
            "package_info",
            "user_id",
            "user",
            "User",
            "USER",
            "created_at",
            "createdAt",
            "created_At",
            "CreatedAt",
            "x".repeat(63),
            "é".repeat(31),
            "x1y2",
            "version",
            "row_version",
            "id",
            "ID",
            "iD",
            "is_x",
            "isX",
            "get_x",
            "set_x",
            "x_");

    @TempDir
    Path folder;

    @Test
    void namesOfTablesColumnsKeysAndLabelsAreKept() throws IOException, SQLException {
        DevPostgres server = DevPostgres.shared();
        try (TestDatabase database = server.database();
                Connection connection = database.connection()) {
            Set<String> names = new TreeSet<>(NAMES);
            names.addAll(keywords(connection));
            assertThat(names).hasSizeGreaterThan(500);
            List<String> all = List.copyOf(names);
            for (String statement : statements(all)) {
                Script.execute(connection, statement);
            }
            RoundTrip.everyStyle(server, database, connection, folder);
        }
    }

    private static List<String> statements(List<String> names) {
        List<String> statements = new ArrayList<>();
        List<String> labels = names.stream().map(Literal::text).toList();
        statements.add("CREATE TYPE " + Identifier.quote(names.get(names.size() / 2) + "!") + " AS ENUM ("
                + String.join(", ", labels) + ")");
        for (int from = 0; from < names.size(); from += COLUMNS_OF_A_TABLE) {
            List<String> some = names.subList(from, Math.min(names.size(), from + COLUMNS_OF_A_TABLE));
            statements.add(table(some.get(0), some));
        }
        // Every name is also the name of a table, in its own schema.
        for (String name : names.subList(0, names.size() / 10)) {
            String schema = Identifier.quote(name.equals("public") ? "public!" : name);
            statements.add("CREATE SCHEMA " + schema);
            statements.add("CREATE TABLE " + schema + "." + Identifier.quote(name) + " (" + Identifier.quote(name)
                    + " integer PRIMARY KEY, \"parent id\" integer REFERENCES " + schema + "."
                    + Identifier.quote(name) + ")");
        }
        return statements;
    }

    /** Creates a table with a column of each name, and with keys, checks and indexes on some of them. */
    private static String table(String name, List<String> names) {
        String first = Identifier.quote(names.get(0));
        String columns = names.stream()
                .map(each -> Identifier.quote(each) + " integer"
                        + (each.equals(names.get(0)) ? "" : " CHECK (" + Identifier.quote(each) + " > 0)"))
                .collect(Collectors.joining(", "));
        String last = Identifier.quote(names.get(names.size() - 1));
        return "CREATE TABLE " + Identifier.quote(name) + " (" + columns + ", PRIMARY KEY (" + last + ", " + first
                + "), "
                + "UNIQUE (" + first + "), UNIQUE (" + last + "), FOREIGN KEY (" + last + ") REFERENCES "
                + Identifier.quote(name) + " (" + first + ")); CREATE INDEX ON " + Identifier.quote(name) + " (" + first
                + " DESC, (" + last + " + 1))";
    }

    private static Collection<String> keywords(Connection connection) throws SQLException {
        List<String> keywords = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM pg_get_keywords()")) {
            while (rows.next()) {
                keywords.add(rows.getString(1));
            }
        }
        return keywords;
    }
}
