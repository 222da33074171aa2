package dev.tenon.schema.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pieces of SQL can stand inside a statement. */
class SqlFragmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "a > (b[1] + 2)",
                "'a;)' || $$;($$ || \"(\"",
                "now() /* ; ( */",
                "a > 0 -- positive\n",
                "E'\\'' || 'x'",
            })
    void aClosedPieceIsFine(String fragment) {
        assertThat(SqlFragment.fault(fragment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`1; DROP TABLE t` | 1 | a semicolon ends the statement around it",
                "`f(a;b)` | 3 | a semicolon ends the statement around it",
                "`a = 'x` | 4 | a quote that begins here does not end",
                "`a = \"x` | 4 | a quoted name that begins here does not end",
                "`a /* b` | 2 | a comment that begins here does not end with */",
                "`a -- b` | 2 | a comment without a line end after it swallows what follows",
                "`(a` | 0 | '(' that opens here is not closed",
                "`((a)` | 0 | '(' that opens here is not closed",
                "`a)` | 1 | ')' closes nothing that was opened",
                "`a[1)` | 3 | ')' closes nothing that was opened",
                "`) OR (true` | 0 | ')' closes nothing that was opened",
                "`/* a */` | 0 | there is no SQL in it",
                "` ` | 0 | there is no SQL in it",
                "`a \\ b` | 2 | a backslash cannot stand here; commands of psql, such as \\copy, are not SQL",
            })
    void whatBreaksOutIsReportedWithItsPlace(String fragment, int offset, String problem) {
        assertThat(SqlFragment.fault(fragment)).contains(new SqlFragment.Fault(problem, offset));
    }
}
