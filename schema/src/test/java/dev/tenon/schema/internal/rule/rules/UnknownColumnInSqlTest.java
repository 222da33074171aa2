package dev.tenon.schema.internal.rule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.sql.parse.OperandNames;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the rule refuses, a server refuses, too, because of an unknown column; it refuses none of many valid
 * expressions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownColumnInSqlTest {

    private static final Path EXPRESSIONS = Path.of("src/test/resources/expressions");
    private static final String UNKNOWN = "42703";

    private static final Map<String, List<String>> TABLES = Map.of(
            "sample",
            List.of(
                    "id uuid",
                    "name text",
                    "title text",
                    "state text",
                    "price numeric",
                    "amount integer",
                    "active boolean",
                    "tags text[]",
                    "doc jsonb",
                    "x xml",
                    "created timestamptz",
                    "day date",
                    "period tstzrange",
                    "addr public.address",
                    "body tsvector",
                    "position integer",
                    "value integer",
                    "key text",
                    "area box",
                    "flags bit",
                    "net inet",
                    "Mixed text"),
            "other",
            List.of("sample uuid", "hidden boolean", "cost numeric", "label text"));

    private final TestDatabase database = DevPostgres.shared().database();

    @BeforeAll
    void create() throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TYPE public.address AS (city text, zip text); CREATE DOMAIN public.label AS text;"
                    + " CREATE FUNCTION public.shout(t text) RETURNS text LANGUAGE sql"
                    + " AS 'SELECT upper(t)'");
            for (Map.Entry<String, List<String>> table : TABLES.entrySet()) {
                String columns = String.join(", ", table.getValue()).replace("Mixed", "\"Mixed\"");
                statement.execute("CREATE TABLE public." + table.getKey() + " (" + columns + ")");
            }
        }
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void validExpressionsAreNotRefused() throws SQLException, IOException {
        List<String> valid = Files.readAllLines(EXPRESSIONS.resolve("valid.txt"));
        assertThat(valid).hasSizeGreaterThan(60);
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (String expression : valid) {
                assertThat(refusal(statement, expression)).as(expression).isEmpty();
                assertThat(findings(checked(expression))).as(expression).isEmpty();
            }
        }
    }

    @Test
    void unknownColumnsAreRefusedAsByTheServer() throws SQLException, IOException {
        List<String> wrong = Files.readAllLines(EXPRESSIONS.resolve("wrong.txt"));
        assertThat(wrong).hasSizeGreaterThan(25);
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (String line : wrong) {
                String name = line.split(" \\| ", 2)[0];
                String expression = line.split(" \\| ", 2)[1];
                assertThat(refusal(statement, expression)).as(line).isEqualTo(UNKNOWN);
                assertThat(findings(checked(expression)))
                        .as(line)
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.problem())
                                .startsWith("constraint sample.sample_check reads " + name
                                        + ", which is not a column of "));
            }
        }
    }

    @Test
    void theServerTakesEachKeywordThatIsRefusedForAColumn() throws SQLException {
        List<String> refused = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            try (ResultSet keywords = statement.executeQuery("SELECT word FROM pg_get_keywords()")) {
                while (keywords.next()) {
                    refused.add(keywords.getString(1));
                }
            }
            refused.removeIf(word -> OperandNames.in(word + " IS NULL").isEmpty()
                    || TABLES.getOrDefault("sample", List.of()).contains(word + " text"));
            for (String word : refused) {
                assertThat(List.of(
                                refusal(statement, word + " IS NULL"),
                                refusal(statement, "NOT num_nulls(1, " + word + ") = 1 + " + word)))
                        .as(word)
                        .containsOnly(UNKNOWN);
            }
        }
        assertThat(refused).contains("type", "owner").doesNotContain("value", "user", "null");
    }

    @Test
    void aDefaultReadsNoColumn() {
        Column column = Column.of("state", ColumnType.parse("text"));
        for (String sql : List.of("draft", "state", "upper(draft)")) {
            assertThat(findings(schema(column.withDefault(Optional.of(new ColumnDefault.Expression(sql))), List.of())))
                    .as(sql)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.attribute()).isEqualTo("default");
                        assertThat(finding.problem()).contains("but a default cannot read columns");
                    });
        }
        for (String sql : List.of("'draft'", "now()", "current_user", "nextval('a_seq')", "'{}'::text[]", "true")) {
            assertThat(findings(schema(column.withDefault(Optional.of(new ColumnDefault.Expression(sql))), List.of())))
                    .as(sql)
                    .isEmpty();
        }
    }

    @Test
    void theClosestColumnIsSuggestedOrElseQuotes() {
        assertThat(findings(checked("prise > 0"))).extracting(Finding::remedy).containsExactly("did you mean price?");
        assertThat(findings(checked("state = draft")))
                .extracting(Finding::remedy)
                .containsExactly("use a column, or write a text in single quotes: 'draft'");
    }

    @Test
    void viewsAreRefusedOnlyWhereTheRelationIsCertain() {
        assertThat(read("SELECT s.nam FROM sample s")).containsExactly("nam");
        assertThat(read("SELECT sample.nam FROM public.sample")).containsExactly("nam");
        assertThat(read("SELECT o.cost FROM sample AS s LEFT JOIN ONLY other o ON o.sample = s.idd"))
                .containsExactly("idd");
        assertThat(read("SELECT s.name, s.tableoid, s.to_json, s.* FROM sample s"))
                .isEmpty();
        assertThat(read("WITH sample AS (SELECT 1 AS nam) SELECT sample.nam FROM sample"))
                .isEmpty();
        assertThat(read("SELECT s.nam FROM sample AS s (nam)")).isEmpty();
        assertThat(read("SELECT s.nam FROM unnest(ARRAY[1]) AS s (nam)")).isEmpty();
        assertThat(read("SELECT s.nam FROM (SELECT 1 AS nam) s, (SELECT s.name FROM sample s) t"))
                .isEmpty();
        assertThat(read("SELECT s.nam FROM elsewhere.sample s")).isEmpty();
        assertThat(read("SELECT s.shout FROM sample s")).isEmpty();
        assertThat(read("SELECT 1::public.label, public.shout(s.name) FROM sample public, other s"))
                .isEmpty();
    }

    private static List<String> read(String query) {
        Schema schema = checked("true").withViews(List.of(View.of(QualifiedName.parse("v"), List.of("a"), query)));
        return findings(schema).stream()
                .map(finding -> finding.problem().replaceAll("view v reads (\\w+), which .*", "$1"))
                .toList();
    }

    private static List<Finding> findings(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        new UnknownColumnInSql().check(schema, findings::add);
        return findings;
    }

    private static Schema checked(String expression) {
        return schema(
                Column.of("more", ColumnType.parse("text")),
                List.of(new Constraint.Check("sample_check", expression, true)));
    }

    private static Schema schema(Column more, List<Constraint> constraints) {
        List<Table> tables = new ArrayList<>();
        TABLES.forEach((name, members) -> {
            List<Column> columns = new ArrayList<>(members.stream()
                    .map(member -> member.split(" "))
                    .map(member -> Column.of(member[0], ColumnType.parse(member[1])))
                    .toList());
            columns.removeIf(column -> column.name().equals(more.name()));
            if (name.equals("sample")) {
                columns.add(more);
            }
            tables.add(Table.of(QualifiedName.parse(name), columns)
                    .withConstraints(name.equals("sample") ? constraints : List.of()));
        });
        SqlObject function = new SqlObject(
                QualifiedName.parse("shout"),
                "CREATE FUNCTION public.shout(t text) RETURNS text LANGUAGE sql AS 'SELECT upper(t)'",
                "DROP FUNCTION public.shout(text)",
                true,
                List.of(),
                Optional.empty());
        return Schema.EMPTY.withTables(tables).withObjects(List.of(function));
    }

    /** The SQLSTATE with which the server refuses the expression; empty if it takes it. */
    private static String refusal(Statement statement, String expression) throws SQLException {
        String windows = expression.contains("over w") ? " WINDOW w AS (PARTITION BY id)" : "";
        try {
            statement.execute("EXPLAIN SELECT " + expression + "\nFROM public.sample" + windows);
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getSQLState());
        }
    }
}
