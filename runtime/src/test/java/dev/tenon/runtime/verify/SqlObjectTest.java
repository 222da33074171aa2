package dev.tenon.runtime.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Hints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions, triggers and types come, change and go with migrations, and whoever changes them is found out. */
class SqlObjectTest {

    private static final QualifiedName NOTE = QualifiedName.parse("note");
    private static final SqlObject TOUCH = object(
            "touch",
            "CREATE OR REPLACE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
            "DROP FUNCTION public.touch()",
            true);
    private static final SqlObject TRIGGER = object(
            "note_touch",
            "CREATE TRIGGER touch BEFORE UPDATE ON public.note FOR EACH ROW EXECUTE FUNCTION public.touch()",
            "DROP TRIGGER touch ON public.note",
            false);
    private static final SqlObject DOMAIN =
            object("short_text", "CREATE DOMAIN public.short_text AS text", "DROP DOMAIN public.short_text", true);

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void objectsComeChangeAndGo(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            Evolution database = new Evolution(scratch);
            database.to(schema(TOUCH, TRIGGER, DOMAIN));
            assertThat(database.differencesAfter("DROP TRIGGER touch ON note"))
                    .containsExactly("object note_touch is missing");
            assertThat(database.differencesAfter("ALTER TABLE note DISABLE TRIGGER touch"))
                    .singleElement()
                    .asString()
                    .contains("object note_touch", "definition is disabled");
            assertThat(database.differencesAfter("DROP FUNCTION touch() CASCADE"))
                    .containsExactly("object note_touch is missing", "object touch is missing");
            assertThat(database.differencesAfter(
                            "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL;"
                                    + " END$$"))
                    .singleElement()
                    .asString()
                    .contains("object touch", "RETURN NULL");
            assertThat(database.differencesAfter("ALTER FUNCTION touch() SECURITY DEFINER"))
                    .singleElement()
                    .asString()
                    .contains("SECURITY DEFINER");
            assertThat(database.differencesAfter("DROP DOMAIN short_text"))
                    .containsExactly("object short_text is missing");
            SqlObject changed = TOUCH.withCreate(TOUCH.create().replace("RETURN NEW", "NEW.id := 1; RETURN NEW"));
            assertThat(Evolution.statements(database.to(schema(changed, TRIGGER, DOMAIN))))
                    .anySatisfy(sql -> assertThat(sql).contains("NEW.id := 1"))
                    .noneSatisfy(sql -> assertThat(sql).startsWith("DROP"));
            database.to(
                    schema(),
                    Hints.NONE,
                    Set.of("drop-object:touch", "drop-object:note_touch", "drop-object:short_text"));
        }
    }

    private static SqlObject object(String name, String create, String drop, boolean before) {
        return new SqlObject(QualifiedName.parse(name), create, drop, before, List.of(), Optional.empty());
    }

    private static Schema schema(SqlObject... objects) {
        Table note = Table.of(NOTE, List.of(Column.of("id", ColumnType.builtin("bigint"))))
                .withConstraints(List.of(new Constraint.PrimaryKey("note_pkey", List.of("id"))));
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withTables(List.of(note))
                .withObjects(List.of(objects));
    }
}
