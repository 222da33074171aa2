package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pieces of SQL that can be inserted into a statement. */
class SqlFragmentValidatorTest {

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
        assertThat(SqlFragmentValidator.fault(fragment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`1; DROP TABLE t` | 1 | a semicolon would end the enclosing statement",
                "`f(a;b)` | 3 | a semicolon would end the enclosing statement",
                "`a = 'x` | 4 | the quote that begins here is not closed",
                "`a = \"x` | 4 | the quoted name that begins here is not closed",
                "`a /* b` | 2 | the comment that begins here is not closed with */",
                "`a -- b` | 2 | a line comment must end with a line break, or it comments out the SQL that follows",
                "`(a` | 0 | '(' is not closed",
                "`((a)` | 0 | '(' is not closed",
                "`a)` | 1 | unmatched ')'",
                "`a[1)` | 3 | unmatched ')'",
                "`) OR (true` | 0 | unmatched ')'",
                "`/* a */` | 0 | the SQL is empty",
                "` ` | 0 | the SQL is empty",
                "`a \\ b` | 2 | unexpected backslash; psql commands such as \\copy are not SQL",
            })
    void whatBreaksOutIsReportedWithItsPlace(String fragment, int offset, String problem) {
        assertThat(SqlFragmentValidator.fault(fragment)).contains(new SqlFragmentValidator.Fault(problem, offset));
    }
}
