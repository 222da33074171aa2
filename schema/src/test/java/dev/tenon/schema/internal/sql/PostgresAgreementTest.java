package dev.tenon.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The reader separates a script into the same statements as PostgreSQL. A wrong separation would yield a syntax error,
 * a missing one a second result.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresAgreementTest {

    private static final List<String> TRICKY = List.of(
            "SELECT ';' AS a;; SELECT 'it''s;', 'a\\' AS \"b;\"\"c\"",
            "SELECT E'a\\';', e'\\\\'; SELECT E'a'\n'b\\';'; SELECT E'a' -- why ;\n  -- more\n'b\\'; SELECT 1;'",
            "SELECT n';', x'f', b'1'; SELECT U&'d\\0061t\\+000061;', U&'d!0061;' UESCAPE '!'",
            "SELECT $$;$$, $a$ $$;$b$;$a$; SELECT $été$;'$été$; SELECT $a$$b$;$a$",
            "SELECT 1 AS a$b$, 2 AS c$b$; SELECT 3",
            "SELECT /* ; /* ; */ ' */ 1; SELECT 2*/* ; */3; SELECT 4 --;\n +5; -- ' ;\nSELECT 6",
            "SELECT 5 - -1; SELECT 6 OPERATOR(pg_catalog.-) 1; SELECT 7 + @ -8",
            "CREATE TABLE t (a int); CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM t; DELETE FROM t WHERE a > 1); DROP TABLE t",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT f()",
            "CREATE OR REPLACE FUNCTION g(a int DEFAULT (1)) RETURNS int LANGUAGE sql BEGIN /* ; */ ATOMIC"
                    + " SELECT CASE WHEN a = 1 THEN CASE a WHEN 1 THEN 2 END ELSE 3 END; END; SELECT g()",
            "CREATE FUNCTION h() RETURNS int BEGIN ATOMIC SELECT 1 AS end; SELECT 2 end; SELECT 3 \"case\"; END; SELECT h()",
            "CREATE PROCEDURE p() BEGIN ATOMIC END; SELECT 1",
            "CREATE FUNCTION i() RETURNS int RETURN 1; SELECT i()",
            "SELECT begin atomic FROM (SELECT 1 AS begin) x; SELECT 1",
            "DO $do$ BEGIN PERFORM 1; END $do$; SELECT 1",
            "DO $do$ BEGIN EXECUTE $x$SELECT ';'$x$; END $do$;\r\nSELECT\r\n1 -- a\r;\rSELECT 2");

    private final TestDatabase database = DevPostgres.shared().database();
    private final Connection connection = connect(database.jdbcUrl());

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void trickyScriptsAreSeparatedAsTheServerDoes() throws SQLException {
        for (String script : TRICKY) {
            assertAgreement(script, script);
        }
    }

    @Test
    void randomConstantsAndCommentsAreSeparatedAsTheServerDoes() throws SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            String script = new ConstantScript(random).text();
            assertAgreement(script, "seed " + seed + ", script:\n" + script);
        }
    }

    private void assertAgreement(String script, String label) throws SQLException {
        List<String> whole = inRolledBackTransaction(List.of(script));
        List<String> statements = Scripts.texts(script);
        assertThat(whole).as(label).hasSameSizeAs(statements);
        assertThat(inRolledBackTransaction(statements)).as(label).isEqualTo(whole);
    }

    /** Sends each text unchanged and returns one line for each result. */
    private List<String> inRolledBackTransaction(List<String> texts) throws SQLException {
        List<String> results = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String text : texts) {
                boolean rows = statement.execute(text);
                while (rows || statement.getUpdateCount() >= 0) {
                    results.add(rows ? firstRow(statement) : "count " + statement.getUpdateCount());
                    rows = statement.getMoreResults();
                }
            }
        } finally {
            connection.rollback();
        }
        return results;
    }

    /** A connection whose driver lets the server separate statements. */
    private static Connection connect(String url) {
        try {
            Connection connection =
                    DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String firstRow(Statement statement) throws SQLException {
        StringBuilder row = new StringBuilder();
        try (ResultSet rows = statement.getResultSet()) {
            rows.next();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.append(rows.getMetaData().getColumnLabel(i))
                        .append('=')
                        .append(rows.getString(i))
                        .append(' ');
            }
        }
        return row.toString();
    }
}
