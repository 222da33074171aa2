package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions, triggers and types are created, changed and dropped by migrations, and verify reports every manual change.
 */
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
            SchemaEvolution database = new SchemaEvolution(scratch);
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
            assertThat(SchemaEvolution.statements(database.to(schema(changed, TRIGGER, DOMAIN))))
                    .anySatisfy(sql -> assertThat(sql).contains("NEW.id := 1"))
                    .noneSatisfy(sql -> assertThat(sql).startsWith("DROP"));
            database.to(
                    schema(),
                    MigrationHints.NONE,
                    Set.of("drop-object:touch", "drop-object:note_touch", "drop-object:short_text"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void domainsThatColumnsAreOfChangeWhereTheyAre(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Column text = Column.of("text", ColumnType.parse("public.short_text"));
            database.to(with(text, DOMAIN));
            scratch.execute("INSERT INTO note VALUES (1, 'some')");
            SqlObject shorter = DOMAIN.withCreate(
                    "CREATE DOMAIN public.short_text AS text DEFAULT '-' CONSTRAINT brief CHECK (length(VALUE) < 9)");
            assertThat(SchemaEvolution.statements(database.to(with(text, shorter))))
                    .containsExactly(
                            "ALTER DOMAIN public.short_text SET DEFAULT '-'",
                            "ALTER DOMAIN public.short_text ADD CONSTRAINT brief CHECK (length(VALUE) < 9) NOT VALID",
                            "ALTER DOMAIN public.short_text VALIDATE CONSTRAINT brief");
            SqlObject reworded = shorter.withCreate(shorter.create().replace(" AS ", " /* as */ AS\n"));
            assertThat(SchemaEvolution.statements(database.to(with(text, reworded))))
                    .isEmpty();
            assertThat(database.differencesAfter("ALTER DOMAIN short_text DROP DEFAULT"))
                    .singleElement()
                    .asString()
                    .contains("object short_text: definition is", "DEFAULT '-'::text");
            SqlObject number = DOMAIN.withCreate("CREATE DOMAIN public.short_text AS varchar");
            assertThat(MigrationDraft.of(
                                    with(text, reworded),
                                    new CompiledSnapshot(with(text, number), MigrationHints.NONE, Map.of()),
                                    Set.of())
                            .findings())
                    .singleElement()
                    .asString()
                    .contains("TN407", "object short_text cannot be replaced while columns of table note depend on it");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void whatIsCalledWithATypeGoesAndComesWithIt(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            SqlObject pair = object("pair", "CREATE TYPE public.pair AS (a integer)", "DROP TYPE public.pair", true);
            SqlObject first = object(
                    "first",
                    "CREATE FUNCTION public.first(p public.pair) RETURNS integer LANGUAGE sql AS 'SELECT p.a'",
                    "DROP FUNCTION public.first(public.pair)",
                    true);
            database.to(schema(pair, first));
            SqlObject wider = pair.withCreate("CREATE TYPE public.pair AS (b integer, a integer)");
            assertThat(SchemaEvolution.statements(database.to(schema(wider, first))))
                    .contains("DROP FUNCTION public.first(public.pair)", "DROP TYPE public.pair");
            assertThat(database.differencesAfter("ALTER TYPE pair DROP ATTRIBUTE b"))
                    .singleElement()
                    .asString()
                    .contains("object pair: definition is CREATE TYPE public.pair AS (a integer), expected");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void tablesThatNobodyDeclaredMayHaveThemToo(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            scratch.execute(
                    "CREATE SCHEMA others; CREATE TABLE others.t (id integer, up integer GENERATED ALWAYS AS (id + 1) STORED)");
            SchemaEvolution database = new SchemaEvolution(scratch);
            SqlObject trigger = object(
                    "t_touch",
                    "CREATE TRIGGER touch AFTER UPDATE OF up ON others.t FOR EACH ROW WHEN (NEW.up > 1) EXECUTE FUNCTION touch()",
                    "DROP TRIGGER touch ON others.t",
                    false);
            SqlObject rule = object(
                    "t_all",
                    "CREATE RULE all_of_it AS ON DELETE TO others.t DO ALSO INSERT INTO note SELECT * FROM note WHERE false",
                    "DROP RULE all_of_it ON others.t",
                    false);
            database.to(schema(TOUCH, trigger, rule));
            assertThat(database.differencesAfter(
                            "DROP TRIGGER touch ON others.t; CREATE TRIGGER touch AFTER UPDATE ON others.t"
                                    + " FOR EACH ROW WHEN (NEW.up > 2) EXECUTE FUNCTION touch()"))
                    .singleElement()
                    .asString()
                    .startsWith("object t_touch: definition is");
            assertThat(database.differencesAfter("ALTER TABLE note ADD more integer"))
                    .containsExactly("column note.more is unexpected: integer");
        }
    }

    private static Schema with(Column column, SqlObject... objects) {
        Table note = schema().tables().get(0);
        return schema(objects)
                .withTables(List.of(note.withColumns(List.of(note.columns().get(0), column))));
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
