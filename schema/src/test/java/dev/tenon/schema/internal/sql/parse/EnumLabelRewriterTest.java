package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.QualifiedName;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnumLabelRewriterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    state = 'open'                           | state = 'todo'
                    'open' <> state                          | 'todo' <> state
                    state >= 'open' AND n = 1                | state >= 'todo' AND n = 1
                    state NOT IN ('done', 'open')            | state NOT IN ('done', 'todo')
                    f('open'::public.mood)                   | f('todo'::public.mood)
                    f('open' :: mood)                        | f('todo' :: mood)
                    f(CAST('open' AS mood))                  | f(CAST('todo' AS mood))
                    f(mood 'open')                           | f(mood 'todo')
                    note = 'open'                            | note = 'open'
                    note IN ('open')                         | note IN ('open')
                    f('open')                                | f('open')
                    f('open'::text)                          | f('open'::text)
                    id IN (SELECT 1 WHERE state = 'open')    | id IN (SELECT 1 WHERE state = 'open')
                    """)
    void renamesConstantsThatAreOfTheType(String expression, String expected) {
        assertThat(EnumLabelRewriter.in(expression, QualifiedName.parse("mood"), "open", "todo", Set.of("state")))
                .isEqualTo(expected);
    }
}
