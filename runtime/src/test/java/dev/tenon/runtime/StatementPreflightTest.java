package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.BackfillSql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that would stop half-way is refused before its first step; one that would run is not. */
class StatementPreflightTest {

    private static final QualifiedName NOTE = QualifiedName.parse("note");

    private final Scratch scratch = Scratch.create();
    private final List<String> events = new ArrayList<>();

    @TempDir
    private Path temp;

    StatementPreflightTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void anUnknownColumnOfABackfillIsRefusedBeforeTheFirstStep() {
        begin("INSERT INTO note VALUES (1, '5')");
        backfill("(SELECT eu)");
        assertRefused("[TN633]", "0002_region.sql:", "column \"eu\" does not exist (SQLSTATE 42703)", "tenon drop");
        new MigrationsFolder(temp).drop();
        backfill("'eu'");
        migrate();
        assertThat(scratch.text("SELECT region FROM note")).isEqualTo("eu");
    }

    @Test
    void aConstantOfAnotherTypeIsRefusedBeforeTheFirstStep() {
        begin("");
        backfill("to_char('x'::int, '9')");
        assertRefused("[TN633]", "invalid input syntax for type integer: \"x\"");
    }

    @Test
    void expressionsOfLaterStepsAreRefusedBeforeTheFirstStep() {
        begin("");
        for (String statement : List.of(
                "ALTER TABLE public.note ADD CONSTRAINT c CHECK (bod <> '') NOT VALID",
                "ALTER TABLE public.note ALTER COLUMN body SET DEFAULT lower(1)",
                "ALTER TABLE public.note ADD COLUMN up text GENERATED ALWAYS AS (upper(bdy)) STORED",
                "CREATE POLICY p ON public.note USING (idd > 0)",
                "CREATE INDEX i ON public.note (lower(bodi)) WHERE extra > 0",
                "CREATE VIEW public.v AS SELECT bodi FROM public.note",
                "CREATE FUNCTION public.f() RETURNS bigint LANGUAGE sql AS 'SELECT idd FROM public.note'",
                "UPDATE public.note SET body = extra || bdy")) {
            script("ALTER TABLE public.note ADD COLUMN extra integer", statement);
            assertRefused("[TN633]", "0002_script.sql:4: ", "does not exist");
            new MigrationsFolder(temp).drop();
        }
    }

    @Test
    void aRowThatCannotBeConvertedIsNamedBeforeTheFirstStep() {
        begin("INSERT INTO note SELECT n, n FROM generate_series(1, 2000) n; INSERT INTO note VALUES (4000, 'abc')");
        convert("bigint", "body::bigint");
        assertRefused(
                "[TN634]", "the row with id = 4000 in public.note", "invalid input syntax for type bigint: \"abc\"");
        scratch.execute("UPDATE note SET body = '7' WHERE id = 4000");
        migrate();
        assertThat(scratch.text("SELECT body + 1 FROM note WHERE id = 4000")).isEqualTo("8");
    }

    @Test
    void aValueThatBecomesNullOrTooLongIsNamedBeforeTheFirstStep() {
        begin("INSERT INTO note VALUES (1, 'abc   '), (2, '-')");
        convert("bigint", "nullif(ascii(body), 45)");
        assertRefused("[TN634]", "id = 2", "null or too long");
        new MigrationsFolder(temp).drop();
        script("ALTER TABLE public.note ADD COLUMN code varchar(3)", fill("code", "body"));
        scratch.execute("INSERT INTO note VALUES (3, 'abcd')");
        assertRefused("[TN634]", "id = 3", "null or too long");
        scratch.execute("DELETE FROM note WHERE id = 3");
        appliesAll();
    }

    @Test
    void rowsAreTriedWithTypesThatTheMigrationCreates() {
        begin("INSERT INTO note VALUES (1, 'a'), (2, 'zz')");
        script(
                "CREATE TYPE public.mood AS ENUM ('a', 'b'); ALTER TABLE public.note ADD COLUMN mood public.mood",
                fill("mood", "body::mood"));
        assertRefused("[TN634]", "id = 2", "invalid input value for enum mood: \"zz\"");
        assertThat(scratch.text("SELECT to_regtype('mood')")).isNull();
    }

    /** Nothing but ACCESS SHARE is compatible with EXCLUSIVE. */
    @Test
    void onlyAccessShareIsTakenAndNothingIsWritten() throws SQLException {
        begin("INSERT INTO note VALUES (1, 'abc'); CREATE SEQUENCE s; CREATE FUNCTION fire() RETURNS trigger"
                + " LANGUAGE plpgsql AS $$BEGIN PERFORM nextval('s'); RETURN NEW; END$$;"
                + " CREATE TRIGGER t BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION fire()");
        script(
                "ALTER TABLE public.note ADD COLUMN number bigint, ADD COLUMN code bigint",
                fill("number", "nextval('s')"),
                "CREATE INDEX CONCURRENTLY ON public.note ((id + 1))",
                "ALTER TABLE public.note ADD CONSTRAINT c CHECK (id > 0 AND cod > 0) NOT VALID");
        try (Connection other = scratch.database().connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE note IN EXCLUSIVE MODE");
            assertRefused("[TN633]", "\"cod\" does not exist");
            other.rollback();
        }
        assertThat(scratch.text("SELECT is_called FROM s")).isEqualTo("f");
    }

    /** Each of these depends on what an earlier statement does. */
    @Test
    void nothingIsRefusedThatRuns() {
        begin("INSERT INTO note VALUES (1, 'abc'), (2, '2'); CREATE FUNCTION label(note) RETURNS text IMMUTABLE"
                + " LANGUAGE sql AS 'SELECT $1.body'; CREATE TABLE part (id bigint, at date) PARTITION BY RANGE (at);"
                + " CREATE TABLE part_one PARTITION OF part DEFAULT");
        String add = "ALTER TABLE public.note ADD COLUMN c%s text";
        List<List<String>> migrations = List.of(
                List.of(add.formatted(1), fill("c1", "body"), fill("body", "c1")),
                List.of(add.formatted(2), fill("c2", "label(note)")),
                List.of(add.formatted(3), "ALTER TABLE public.note RENAME COLUMN c3 TO c4", fill("c4", "body")),
                List.of(
                        "ALTER TABLE public.part ADD COLUMN ext bigint",
                        "CREATE INDEX CONCURRENTLY ON public.part_one (ext)"),
                List.of("ALTER TABLE public.note ADD COLUMN c8 bigint DEFAULT 1", fill("c8", "body::bigint")),
                List.of(
                        "CREATE SCHEMA apart",
                        "CREATE RECURSIVE VIEW apart.r (n) AS SELECT 1 UNION SELECT n + 1 FROM r WHERE n < 3"),
                List.of("CREATE TYPE public.tone AS ENUM ('a')"),
                List.of(
                        "ALTER TYPE public.tone ADD VALUE 'b'",
                        "ALTER TABLE public.note ADD COLUMN tone public.tone DEFAULT 'b'"),
                List.of(
                        "CREATE FUNCTION public.f(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
                        "ALTER TABLE public.note ADD COLUMN c5 text; CREATE TABLE public.tab (id bigint)",
                        fill("c5", "f(body) || (SELECT count(*) FROM tab)"),
                        "CREATE VIEW public.v AS SELECT c5 FROM public.note"),
                List.of("DO $$BEGIN EXECUTE 'CREATE TABLE hidden (x int)'; END$$", "CREATE INDEX ON hidden ((x + 1))"),
                List.of(
                        "ALTER TABLE public.note ADD COLUMN c6 bigint",
                        "UPDATE public.note SET body = '1' WHERE body = 'abc'",
                        fill("c6", "body::bigint")),
                List.of("DELETE FROM public.note", "ALTER TABLE public.note ADD COLUMN c7 int", fill("c7", "1 / c6")));
        for (List<String> statements : migrations) {
            script(statements.toArray(String[]::new));
        }
        appliesAll();
    }

    @Test
    void aPublishedTableWithoutReplicaIdentityIsReportedBeforeTheFirstStep() {
        begin("INSERT INTO note VALUES (1, 'x'); ALTER TABLE note DROP CONSTRAINT note_pkey;"
                + " CREATE PUBLICATION p FOR TABLE note WITH (publish = 'update')");
        backfill("lower('EU')");
        assertRefused("[TN635]", "0002_region.sql:", "ALTER TABLE public.note REPLICA IDENTITY FULL");
        scratch.execute("ALTER PUBLICATION p SET (publish = 'insert, delete')");
        appliesAll();
    }

    @Test
    void usersTriggersOfABackfillAreNamedAndCanTellTheMigrator() {
        begin("INSERT INTO note VALUES (1, 'x'); CREATE TABLE fired (name text); CREATE FUNCTION fire() RETURNS trigger"
                + " LANGUAGE plpgsql AS $$BEGIN INSERT INTO fired VALUES (TG_NAME); RETURN NEW; END$$;"
                + " CREATE TRIGGER always AFTER UPDATE ON note FOR EACH ROW EXECUTE FUNCTION fire();"
                + " CREATE TRIGGER other BEFORE UPDATE OF body ON note FOR EACH ROW EXECUTE FUNCTION fire();"
                + " CREATE TRIGGER quiet AFTER UPDATE ON note FOR EACH ROW WHEN"
                + " (current_setting('tenon.migrating', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION fire()");
        backfill("lower('EU')");
        migrate();
        assertThat(events)
                .filteredOn(event -> event.contains("trigger"))
                .singleElement()
                .asString()
                .startsWith("0002_region step 2 of 6: writing rows of public.note will fire trigger always; ");
        assertThat(scratch.text("SELECT string_agg(name, ',') FROM fired")).isEqualTo("always");
        scratch.execute("UPDATE note SET region = 'us'");
        assertThat(scratch.text("SELECT string_agg(name, ',' ORDER BY name) FROM fired"))
                .isEqualTo("always,always,quiet");
    }

    private void begin(String sql) {
        new MigrationsFolder(temp).generate("init", schema());
        migrate();
        scratch.execute(sql + ";");
    }

    private static Schema schema(Column... more) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.of("id", ColumnType.builtin("bigint")), Column.of("body", ColumnType.builtin("text"))));
        columns.addAll(List.of(more));
        return ShopSchema.of(Table.of(NOTE, columns)
                .withConstraints(List.of(new Constraint.PrimaryKey("note_pkey", List.of("id")))));
    }

    private void backfill(String value) {
        new MigrationsFolder(temp)
                .generate(
                        "region",
                        schema(Column.of("region", ColumnType.builtin("text"))),
                        new MigrationHints(Map.of(), Map.of(ObjectPath.column(NOTE, "region"), value), Map.of()));
    }

    private void convert(String type, String expression) {
        Table note = Table.of(
                        NOTE,
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint")),
                                Column.of("body", ColumnType.builtin(type))))
                .withConstraints(schema().tables().get(0).constraints());
        new MigrationsFolder(temp)
                .generate(
                        "number",
                        ShopSchema.of(note),
                        new MigrationHints(Map.of(), Map.of(), Map.of(ObjectPath.column(NOTE, "body"), expression)));
    }

    /** Adds a migration in which each text is a step. */
    private void script(String... steps) {
        StringBuilder sql = new StringBuilder();
        int number = 1;
        for (String step : steps) {
            sql.append("-- tenon:step ").append(number++);
            if (step.contains("CONCURRENTLY")) {
                sql.append(" no-transaction");
            } else if (step.contains("ctid BETWEEN")) {
                sql.append(" batches");
            }
            sql.append('\n').append(step).append(";\n");
        }
        new MigrationsFolder(temp).add("script", sql.toString(), schema());
    }

    private static String fill(String column, String expression) {
        return "UPDATE public.note SET " + column + " = " + expression + "\nWHERE " + column + " IS NULL\n  AND "
                + BackfillSql.WHOLE_RANGE;
    }

    private void assertRefused(String... parts) {
        String before = state();
        assertThatThrownBy(this::migrate).hasMessageContainingAll(parts);
        assertThat(state()).isEqualTo(before);
    }

    /** Returns the committed steps and all columns. */
    private String state() {
        return String.valueOf(
                scratch.text("SELECT (SELECT count(*) FROM tenon.history) || ' ' || string_agg(attname, ',')"
                        + " FROM pg_attribute WHERE attrelid = 'note'::regclass AND attnum > 0"));
    }

    /** All steps run; then the database differs from the snapshot, which does not have what the SQL adds. */
    private void appliesAll() {
        assertThatThrownBy(this::migrate).hasMessageContaining("[TN630]");
    }

    private void migrate() {
        Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener((MigrationEvent event) -> events.add(event.text()))
                .load()
                .migrate();
    }
}
