package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.InterruptedTypeChange;
import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.ShopSchema;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Leftovers of an unfinished migration are drift, and the SQL that verify prints removes all of them, after any step.
 */
class MigrationLeftoversTest {

    private static final QualifiedName ODD = new QualifiedName("public", "a \"long; name\" of 40 signs, to be cut off");
    private static final QualifiedName STATE =
            new QualifiedName("public", "a state's name that is as long as names of types may be, 63");

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    MigrationLeftoversTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void whoGoesBackToTheOldMigrationsIsToldHowToTakeBackWhatTheNewOneLeft() throws IOException {
        InterruptedTypeChange killed = new InterruptedTypeChange(scratch, temp.resolve("migrations"));
        MigrationsFolder old =
                new MigrationsFolder(temp.resolve("old")).generate("init", InterruptedTypeChange.doc("text"));
        scratch.execute("INSERT INTO doc VALUES (1, 'abc')");
        killed.run(1, 1);
        assertThatThrownByInsert();
        Tenon tenon = Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(old.path())
                .listener(event -> {})
                .load();
        VerifyResult found = tenon.verify();
        assertThat(found.differences())
                .map(Difference::toString)
                .containsExactly(
                        "table doc: trigger is ~tenon_doc_note_insert (not supported by snapshots)",
                        "table doc: trigger is ~tenon_doc_note_update (not supported by snapshots)",
                        "column doc.note_tenon_new is unexpected: bigint",
                        "object tenon_doc_note is unexpected: FUNCTION public.tenon_doc_note()");
        run(found.corrections());
        scratch.execute("INSERT INTO doc VALUES (2, 'def'); UPDATE doc SET note = 'ghi'");
        VerifyResult after = tenon.verifyStrictly();
        assertThat(after.differences()).isEmpty();
        assertThat(after.corrections()).isEmpty();
        assertThat(after.problems()).singleElement().asString().contains("0002_retype");
    }

    private void assertThatThrownByInsert() {
        assertThatThrownBy(() -> scratch.execute("INSERT INTO doc VALUES (2, 'def')"))
                .hasMessageContaining("invalid input syntax for type bigint");
    }

    @Test
    void afterEveryStepTheWayBackIsComplete() throws SQLException {
        Schema before = schema(ColumnType.builtin("text"), "new", "old", "odd");
        MigrationHints hints = new MigrationHints(
                Map.of(), Map.of(), Map.of(ObjectPath.column(ODD, "no\"te; --"), "\"no\"\"te; --\"::bigint"));
        Schema after = schema(ColumnType.builtin("bigint"), "new", "old");
        List<Step> there = MigrationDraft.of(
                        Schema.EMPTY, new CompiledSnapshot(before, MigrationHints.NONE, Map.of()), Set.of())
                .steps();
        there.forEach(this::run);
        scratch.executeAsIs("INSERT INTO " + quoted() + " VALUES (1, '7', 'new')");
        MigrationDraft draft =
                MigrationDraft.of(before, new CompiledSnapshot(after, hints, Map.of()), accepted(before, after, hints));
        assertThat(draft.findings()).extracting(Object::toString).isEmpty();
        int swap = swap(draft.steps());
        assertThat(swap).isGreaterThan(4);
        for (int last = 1; last < swap; last++) {
            draft.steps().subList(0, last).forEach(this::run);
            VerifyResult found = Verification.verify(scratch.connection(), before, last % 2 == 0);
            assertThat(found.differences()).as("after step %s", last).isNotEmpty();
            run(found.corrections());
            assertThat(Verification.verify(scratch.connection(), before, true).differences())
                    .as("after step %s: %s", last, found.corrections())
                    .isEmpty();
            scratch.executeAsIs("INSERT INTO " + quoted() + " VALUES (" + (last + 1) + ", 'x" + last
                    + "', 'odd'); DELETE FROM " + quoted() + " WHERE id > 1");
        }
    }

    @Test
    void theWayOnIsFoundAsWellAsTheWayBack() throws SQLException {
        Schema before = InterruptedTypeChange.doc("text");
        Schema after = InterruptedTypeChange.doc("bigint");
        new InterruptedTypeChange(scratch, temp.resolve("migrations")).run(1, 1);
        VerifyResult found = Verification.verify(scratch.connection(), after, false);
        assertThat(found.differences())
                .map(Difference::toString)
                .contains("column doc.note: type is text, expected bigint");
        run(found.corrections());
        assertThat(Verification.verify(scratch.connection(), after, true).differences())
                .isEmpty();
        assertThat(Verification.verify(scratch.connection(), before, true).differences())
                .isNotEmpty();
    }

    /** The column already has its new name, which the old snapshot does not contain. */
    @Test
    void aColumnThatWasRenamedFirstIsRenamedBack() throws SQLException {
        Schema before = InterruptedTypeChange.doc("text");
        scratch.execute(
                "CREATE TABLE doc (id bigint CONSTRAINT doc_pkey PRIMARY KEY, memo text NOT NULL, memo_tenon_new bigint);"
                        + "CREATE FUNCTION tenon_doc_memo() RETURNS trigger LANGUAGE plpgsql"
                        + " AS 'BEGIN NEW.memo_tenon_new := NEW.memo::bigint; RETURN NEW; END';"
                        + "CREATE TRIGGER \"~tenon_doc_memo_insert\" BEFORE INSERT OR UPDATE ON doc FOR EACH ROW EXECUTE FUNCTION tenon_doc_memo()");
        VerifyResult found = Verification.verify(scratch.connection(), before, false);
        run(found.corrections());
        scratch.execute("INSERT INTO doc (id, note) VALUES (1, 'abc')");
        assertThat(Verification.verify(scratch.connection(), before, true).differences())
                .isEmpty();
    }

    @Test
    void whatTheSnapshotNamesIsNotTakenForSomethingLeftBehind() throws SQLException {
        Table doc = InterruptedTypeChange.doc("text").tables().get(0);
        List<Column> columns = new ArrayList<>(doc.columns());
        columns.add(Column.of("note_tenon_new", ColumnType.builtin("bigint")).withNullable(true));
        Schema schema = ShopSchema.of(doc.withColumns(columns)
                        .withIndexes(
                                List.of(Index.of("doc_pkey_tenon_new", "btree", List.of(IndexKey.column("note"))))))
                .withEnums(List.of(
                        new EnumType(new QualifiedName("public", "kind"), List.of("a"), Optional.empty()),
                        new EnumType(new QualifiedName("public", "kind_tenon_old"), List.of("b"), Optional.empty())));
        MigrationDraft.of(Schema.EMPTY, new CompiledSnapshot(schema, MigrationHints.NONE, Map.of()), Set.of())
                .steps()
                .forEach(this::run);
        scratch.execute("CREATE FUNCTION tenon_of_mine() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                + "CREATE TRIGGER of_mine_tenon BEFORE INSERT ON doc FOR EACH ROW EXECUTE FUNCTION tenon_of_mine();"
                + "CREATE TYPE else_tenon_new AS ENUM ('c')");
        assertThat(Verification.verify(scratch.connection(), schema, false).differences())
                .isEmpty();
        assertThat(Verification.verify(scratch.connection(), schema, true).differences())
                .map(Difference::toString)
                .containsExactly(
                        "table doc: trigger is of_mine_tenon (not supported by snapshots)",
                        "enum else_tenon_new is unexpected: c",
                        "object tenon_of_mine is unexpected: FUNCTION public.tenon_of_mine()");
    }

    @Test
    void enumTypesAndSequencesCountAndGoAfterTheColumnsThatUseThem() throws SQLException {
        Schema schema = InterruptedTypeChange.doc("text")
                .withEnums(List.of(new EnumType(new QualifiedName("public", "st"), List.of("a"), Optional.empty())));
        scratch.execute("CREATE TABLE doc (id bigint CONSTRAINT doc_pkey PRIMARY KEY, note text NOT NULL);"
                + "CREATE TYPE st AS ENUM ('a'); CREATE TYPE st_tenon_new AS ENUM ('b');"
                + "CREATE TYPE st_tenon_old AS ENUM ('c');"
                + "CREATE SEQUENCE doc_id_tenon_new; CREATE SEQUENCE doc_id_seq_tenon_old;"
                + "ALTER TABLE doc ADD COLUMN id_tenon_new bigint DEFAULT nextval('doc_id_tenon_new'),"
                + " ADD COLUMN note_tenon_new st_tenon_new, ADD COLUMN of_mine st_tenon_old[];"
                + "ALTER SEQUENCE doc_id_tenon_new OWNED BY doc.id_tenon_new;"
                + "CREATE SEQUENCE else_tenon_new");
        VerifyResult found = Verification.verify(scratch.connection(), schema, false);
        assertThat(found.differences())
                .map(Difference::toString)
                .contains(
                        "enum st_tenon_new is unexpected: b",
                        "enum st_tenon_old is unexpected: c",
                        "sequence doc_id_tenon_new is unexpected",
                        "sequence doc_id_seq_tenon_old is unexpected")
                .noneMatch(each -> each.contains("else"));
        run(found.corrections());
        assertThat(Verification.verify(scratch.connection(), schema, true).differences())
                .map(Difference::toString)
                .as("after %s", found.corrections())
                .containsExactly("sequence else_tenon_new is unexpected");
    }

    @Test
    void viewsThatReadTheColumnGoFirstOrAreNamed() throws SQLException {
        Schema schema = InterruptedTypeChange.doc("text");
        scratch.execute("CREATE TABLE doc (id bigint CONSTRAINT doc_pkey PRIMARY KEY, note text NOT NULL,"
                + " note_tenon_new bigint); CREATE VIEW strange AS SELECT * FROM doc;"
                + "CREATE VIEW a_stranger AS SELECT id FROM strange; CREATE VIEW harmless AS SELECT id FROM doc");
        assertThat(Verification.verify(scratch.connection(), schema, false).corrections())
                .containsExactly(new Correction(
                        ObjectPath.column(new QualifiedName("public", "doc"), "note_tenon_new"),
                        "ALTER TABLE public.doc DROP COLUMN note_tenon_new",
                        MigrationLeftovers.CAUTION + "; view a_stranger, view strange read it and have to go first"));
        VerifyResult strict = Verification.verify(scratch.connection(), schema, true);
        run(strict.corrections());
        assertThat(Verification.verify(scratch.connection(), schema, true).differences())
                .as("after %s", strict.corrections())
                .isEmpty();
    }

    private static Set<String> accepted(Schema before, Schema after, MigrationHints hints) {
        Set<String> words = new java.util.HashSet<>();
        MigrationDraft.of(before, new CompiledSnapshot(after, hints, Map.of()), Set.of())
                .findings()
                .forEach(finding -> finding.acceptance().ifPresent(words::add));
        return words;
    }

    /** Returns the number of the cutover step. Later steps can only be reverted by a new plan. */
    private static int swap(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).statements().stream().anyMatch(each -> each.sql().contains("DROP COLUMN"))) {
                return i + 1;
            }
        }
        throw new AssertionError("no step drops the old column");
    }

    private static Schema schema(ColumnType note, String... labels) {
        Table table = Table.of(
                        ODD,
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint")),
                                Column.of("no\"te; --", note),
                                Column.of("state", new ColumnType.UserDefined(STATE, List.of()))))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("odd_pkey", List.of("id")),
                        new Constraint.Unique(
                                "odd_key", List.of("no\"te; --"), false, dev.tenon.schema.Deferrability.NOT_DEFERRABLE),
                        new Constraint.Check("odd_check", "\"no\"\"te; --\" IS NOT NULL", true)))
                .withIndexes(List.of(Index.of(
                        "odd idx", "btree", List.of(IndexKey.column("state"), IndexKey.column("no\"te; --")))));
        return ShopSchema.of(table).withEnums(List.of(new EnumType(STATE, List.of(labels), Optional.empty())));
    }

    private static String quoted() {
        return "public.\"" + ODD.name().replace("\"", "\"\"") + "\"";
    }

    private void run(Step step) {
        for (Statement statement : step.statements()) {
            scratch.executeAsIs(statement.sql());
        }
    }

    private void run(List<Correction> corrections) {
        corrections.stream().filter(each -> !each.sql().isEmpty()).forEach(each -> scratch.executeAsIs(each.sql()));
    }
}
