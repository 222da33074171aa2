package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DROP statements use the new name of a renamed table on which the object depends. */
class RelationRewriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DROP TRIGGER touched ON note | DROP TRIGGER touched ON aside.\"New note\"",
                "DROP TRIGGER note ON public.note | DROP TRIGGER note ON aside.\"New note\"",
                "DROP TRIGGER touched ON \"public\".\"note\" | DROP TRIGGER touched ON aside.\"New note\"",
                "DROP FUNCTION note(note, other.note) | DROP FUNCTION note(aside.\"New note\", other.note)",
                "DROP TRIGGER touched ON notes | DROP TRIGGER touched ON notes",
                "DROP TRIGGER touched ON 'note | DROP TRIGGER touched ON 'note",
            })
    void theNewNameStandsWhereTheOldOneStood(String before, String after) {
        assertThat(RelationRewriter.inDrop(
                        before, new QualifiedName("public", "note"), new QualifiedName("aside", "New note")))
                .isEqualTo(after);
    }

    @Test
    void everyStatementOfAnAlterationHasTheNewName() {
        assertThat(RelationRewriter.inAlteration(
                        "ALTER TABLE public.p ADD CONSTRAINT c CHECK (x > 0);\nCOMMENT ON CONSTRAINT c ON public.p IS 'y'",
                        new QualifiedName("public", "p"),
                        new QualifiedName("public", "q")))
                .isEqualTo("ALTER TABLE public.q ADD CONSTRAINT c CHECK (x > 0);\n"
                        + "COMMENT ON CONSTRAINT c ON public.q IS 'y'");
    }
}
