package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.schema.internal.sql.Scripts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The boundaries between statements. */
class StatementReaderTest {

    @Test
    void aSemicolonEndsAStatementAndIsNotPartOfIt() {
        assertThat(Scripts.texts("SELECT 1;\nSELECT 2 ;; SELECT 3"))
                .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';'",
                "SELECT 'it''s;'",
                "SELECT 'a\\'",
                "SELECT E'a\\';'",
                "SELECT E'a\\\\'",
                "SELECT e'a'\n  'b\\';'",
                "SELECT e'a' -- why\n'b\\';'",
                "SELECT n';', b'0', x'f', U&'\\0041;'",
                "SELECT 1 AS \"a;\"\"b\"",
                "SELECT U&\"d;\"",
                "SELECT $$;$$",
                "SELECT $a$ $$;$b$;$a$",
                "SELECT $été$;$été$",
                "SELECT $a$$b$;$a$",
                "SELECT a$b$, c$b$ FROM t",
                "SELECT $1, $2",
                "SELECT 1$$;$$",
                "SELECT /* ; /* ; */ ; */ 1",
                "SELECT 1 -- ;\n + 2",
                "SELECT 2*/* ; */3",
                "SELECT some'x'",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b)",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
                "CREATE OR REPLACE PROCEDURE p() LANGUAGE sql begin /**/ atomic END",
                "CREATE FUNCTION f(a int DEFAULT (1)) RETURNS int BEGIN ATOMIC"
                        + " SELECT CASE WHEN a = 1 THEN CASE a WHEN 1 THEN 2 END ELSE 3 END; END",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS end; SELECT 1 end; SELECT 1 AS \"case\"; END",
                "DO $do$ BEGIN PERFORM 1; END $do$",
            })
    void aSemicolonWithinSomethingElseEndsNothing(String statement) {
        assertThat(Scripts.texts(statement + ";\nSELECT 1")).containsExactly(statement, "SELECT 1");
    }

    @Test
    void wordsOfAFunctionBodyMeanNothingInOtherStatements() {
        assertThat(Scripts.texts("BEGIN; SELECT begin atomic FROM t; CREATE FUNCTION f() RETURN 1; END; SELECT 1"))
                .containsExactly(
                        "BEGIN", "SELECT begin atomic FROM t", "CREATE FUNCTION f() RETURN 1", "END", "SELECT 1");
    }

    @Test
    void aBreakpointEndsAStatementWithOrWithoutASemicolon() {
        String script = "SELECT 1\n--> statement-breakpoint\nSELECT 2;--> statement-breakpoint\nSELECT '\n"
                + StatementReader.BREAKPOINT + "\n'";
        assertThat(Scripts.texts(script))
                .containsExactly("SELECT 1", "SELECT 2", "SELECT '\n--> statement-breakpoint\n'");
    }

    @Test
    void aStatementKnowsItsLineAndTheCommentsAroundIt() {
        String script =
                "-- first  \r\n/* second \r\n */ SELECT\r\n  1 /* within */ + 1 -- after\r\n;\r\n\r\n-- third\rSELECT 2";
        assertThat(Scripts.statements(script))
                .containsExactly(
                        new SqlStatement(
                                "SELECT\n  1 /* within */ + 1", 3, List.of("-- first", "/* second\n */", "-- after")),
                        new SqlStatement("SELECT 2", 8, List.of("-- third")));
    }

    @Test
    void lineEndsAndBlanksBeforeThemAreKeptInQuotesOnly() {
        assertThat(Scripts.texts("SELECT 1 \t\r\n \n   + /* a \n b */ 'c \r\n' \r || $$d \n$$ -- e \n, 2"))
                .containsExactly("SELECT 1\n\n   + /* a\n b */ 'c \r\n'\n || $$d \n$$ -- e\n, 2");
        assertThat(Scripts.texts("SELECT" + " ".repeat(10_000) + "\n1")).containsExactly("SELECT\n1");
    }

    @Test
    void commentsAndBlanksAloneAreNoStatement() {
        assertThat(Scripts.texts("")).isEmpty();
        assertThat(Scripts.texts(" \n-- a\n/* b */;;\t")).isEmpty();
    }

    @Test
    void aMarkerCountsOnlyAtTheBeginningOfALineOutsideEverythingElse() {
        String script =
                "-- !one  \nSELECT 1 -- !no\n, '\n-- !no\n', $$\n-- !no\n$$ /*\n-- !no\n*/\n  -- !no\n-- !two\nSELECT 2";
        assertThat(Scripts.items(script, comment -> comment.startsWith("-- !")))
                .extracting(item -> item instanceof ScriptMarker marker ? marker.text() + " " + marker.line() : "SQL")
                .containsExactly("-- !one 1", "SQL", "-- !two 11", "SQL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`SELECT\n  'a;` | 2 | 3 | the quote that begins here is not closed",
                "`SELECT E'a\\'` | 1 | 8 | the quote that begins here is not closed",
                "`SELECT \"a` | 1 | 8 | the quoted name that begins here is not closed",
                "`SELECT $x$ $$ ` | 1 | 8 | the $x$ quote that begins here is not closed",
                "`SELECT 1; /* /* */` | 1 | 11 | the comment that begins here is not closed with */",
                "`SELECT (1;\nSELECT (2);` | 1 | 8 | the parenthesis that opens here is not closed",
                "`SELECT (1\n--> statement-breakpoint\n);` | 1 | 8 | the parenthesis that opens here is not closed",
                "`CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;` | 1 | 27 | the BEGIN ATOMIC body that begins here has"
                        + " no END",
                "`COPY t (a) FROM stdin;\n1\n\\.` | 1 | 17 |"
                        + " COPY … FROM STDIN reads its rows from a client program; use INSERT instead",
                "`SELECT 1;\n\\connect x` | 2 | 1 |"
                        + " unexpected backslash; psql commands such as \\copy are not SQL",
                "`SELECT '𝄞' || 'x` | 1 | 15 | the quote that begins here is not closed",
            })
    void whatDoesNotEndIsReportedWhereItBegins(String script, int line, int column, String problem) {
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> Scripts.texts(script))
                .satisfies(broken -> {
                    assertThat(broken.at().line()).isEqualTo(line);
                    assertThat(broken.at().column()).isEqualTo(column);
                    assertThat(broken.problem()).isEqualTo(problem);
                    assertThat(broken).hasMessage("line %d, column %d: %s", line, column, problem);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "SELECT 1 -- \0", "SELECT '\0'", "SELECT $$\0$$", "/* \0 */"})
    void aNulCharacterIsRefused(String script) {
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> Scripts.texts(script))
                .satisfies(broken -> assertThat(broken.at().offset()).isEqualTo(script.indexOf('\0')))
                .withMessageContaining("NUL");
    }
}
