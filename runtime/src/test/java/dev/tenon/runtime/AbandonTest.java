package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.internal.history.AbandonRecorder;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.migrate.Loss;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A half-applied migration is taken back, whoever interrupts that; nothing is lost that was not named and accepted. */
class AbandonTest {

    /** Earlier calls open connections, take locks and read the state. */
    private static final int FIRST_CALL = 30;

    private static final int EVERY = Endurance.ASKED ? 1 : 17;

    private static final QualifiedName NOTE = QualifiedName.parse("note");

    private static final String HISTORY = "SELECT string_agg(h::text, ';' ORDER BY h.sequence) FROM tenon.history h";

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    AbandonTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    /** Renames, a new column, an index and a check: rows keep their values under the old names. */
    @Test
    void renamesAreRenamedBack() {
        begin(note("body"));
        Table after = Table.of(
                        QualifiedName.parse("remark"),
                        List.of(
                                column("id"),
                                column("text"),
                                column("rank").withNullable(true),
                                column("more").withNullable(true)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("remark_pkey", List.of("id")),
                        new Constraint.Check("remark_positive", "text > 0", true)))
                .withIndexes(List.of(Index.of("remark_idx", "btree", List.of(IndexKey.column("more")))));
        new MigrationsFolder(temp)
                .generate(
                        "rename",
                        ShopSchema.of(after),
                        hints(Map.of(
                                ObjectPath.table(after.name()), "note",
                                ObjectPath.column(after.name(), "text"), "body")));
        String rows = rows();
        stopAfter(2);
        assertThat(scratch.text("SELECT to_regclass('remark') IS NOT NULL")).isEqualTo("t");
        assertThat(abandon().losses()).isEmpty();
        assertThat(rows()).isEqualTo(rows);
        assertThat(tenon().verify().differences()).isEmpty();
    }

    /** A new column has the name that another one had before. */
    @Test
    void aNameThatTheMigrationGaveToAnotherColumn() {
        begin(note("body"));
        Table after = note("body")
                .withColumns(List.of(
                        column("id"),
                        column("text"),
                        column("rank"),
                        column("body").withNullable(true)));
        new MigrationsFolder(temp).add("move", """
                -- tenon:step 1
                ALTER TABLE public.note RENAME COLUMN body TO text;
                ALTER TABLE public.note ADD COLUMN body integer;

                -- tenon:step 2
                COMMENT ON TABLE public.note IS 'moved';
                """, ShopSchema.of(after.withComment(Optional.of("moved"))));
        String rows = rows();
        stopAfter(1);
        scratch.execute("UPDATE note SET body = 8 WHERE id = 2");
        assertThat(tokens(tenon().previewAbandon())).containsExactly("drop-column:note.body");
        abandon("drop-column:note.body");
        assertThat(rows()).isEqualTo(rows);
        assertThat(tenon().verify().differences()).isEmpty();
    }

    @Test
    void aRefusedAcceptanceChangesNothing() {
        begin(note("body"));
        addColumn();
        stopAfter(1);
        scratch.execute("UPDATE note SET added = 5 WHERE id = 2");
        String history = scratch.text(HISTORY);
        assertThatThrownBy(() -> abandon())
                .hasMessage("[TN636] 0002_add cannot be taken back without a loss: column note.added was created by"
                        + " 0002_add and holds values, which are lost [drop-column:note.added]; accept it with: tenon"
                        + " abandon --accept drop-column:note.added");
        assertThat(scratch.text("SELECT count(added) FROM note")).isEqualTo("1");
        assertThat(scratch.text(HISTORY)).isEqualTo(history);
        assertThat(abandon("drop-column:note.added").losses()).hasSize(1);
        assertThat(tenon().verify().differences()).isEmpty();
    }

    @Test
    void aDryRunChangesNothing() {
        begin(note("body"));
        addColumn();
        stopAfter(1);
        String history = scratch.text(HISTORY);
        AbandonPreview preview = tenon().previewAbandon();
        assertThat(preview.steps().stream()
                        .flatMap(step -> step.statements().stream())
                        .toList())
                .satisfiesExactly(
                        guard -> assertThat(guard)
                                .contains("LOCK TABLE public.note", "WHERE added IS DISTINCT FROM NULL"),
                        drop -> assertThat(drop).isEqualTo("ALTER TABLE public.note DROP COLUMN added"));
        assertThat(scratch.text(HISTORY)).isEqualTo(history);
        assertThat(scratch.text("SELECT count(added) FROM note")).isEqualTo("0");
    }

    @Test
    void nothingIsHalfApplied() {
        begin(note("body"));
        assertThat(abandon().migration()).isEmpty();
        assertThat(tenon().previewAbandon().migration()).isEmpty();
    }

    /** Nothing but the history is left of a first migration. */
    @Test
    void theFirstMigration() {
        new MigrationsFolder(temp)
                .add(
                        "init",
                        """
                -- tenon:step 1
                CREATE TABLE public.note (id integer NOT NULL CONSTRAINT note_pkey PRIMARY KEY, body integer NOT NULL,
                    rank integer NOT NULL);

                -- tenon:step 2 no-transaction
                CREATE INDEX CONCURRENTLY note_idx ON public.note (rank);
                """,
                        ShopSchema.of(note("body")
                                .withIndexes(
                                        List.of(Index.of("note_idx", "btree", List.of(IndexKey.column("rank")))))));
        stopAfter(1);
        assertThat(abandon().losses()).isEmpty();
        assertThat(scratch.text("SELECT to_regclass('note') IS NULL")).isEqualTo("t");
        assertThat(tenon().migrate().after().isCurrent()).isTrue();
    }

    /** Until it has finished, status says so and migrate refuses. */
    @Test
    void anInterruptedAbandonIsContinued() {
        begin(note("body"));
        retype();
        stopAfter(new Retyped(temp).steps() - 1);
        Set<String> accepted = tokens(tenon().previewAbandon());
        FailingSource dying = new FailingSource(scratch.database().dataSource(), call -> false);
        assertThatThrownBy(() -> configured()
                        .dataSource(dying.dataSource())
                        .listener(event -> {
                            if (event instanceof MigrationEvent.StepDone) {
                                dying.die(event.text());
                            }
                        })
                        .load()
                        .abandon(accepted))
                .isInstanceOf(FailingSource.Death.class);
        assertThat(tenon().status().migrations().get(1)).satisfies(status -> {
            assertThat(status.progress()).isEqualTo(MigrationProgress.ABANDONING);
            assertThat(status.undoNotice())
                    .contains("abandon of 0002_retype is in progress: run 'tenon abandon' again");
        });
        assertThatThrownBy(() -> tenon().migrate()).hasMessageStartingWith("[TN637]");
        assertThat(tenon().verify().gap().advice()).isEqualTo("run 'tenon abandon' again");
        assertThat(abandon(accepted.toArray(String[]::new)).migration()).isPresent();
        assertThat(tenon().status().migrations().get(1).progress()).isEqualTo(MigrationProgress.PENDING);
        assertThat(tenon().migrate().after().isCurrent()).isTrue();
    }

    /** The process may die after any call; each run continues, and the last one ends in the state before. */
    @Test
    void theProcessMayDieAfterAnyCall() {
        begin(note("body"));
        scratch.execute("INSERT INTO note SELECT n, n, n FROM generate_series(10, 3000) n");
        retype();
        String rows = rows();
        int call = FIRST_CALL;
        int interruptions = 0;
        boolean died = true;
        stopAfter(new Retyped(temp).steps() - 1);
        Set<String> accepted = tokens(tenon().previewAbandon());
        while (died) {
            int last = call;
            AtomicInteger calls = new AtomicInteger();
            FailingSource dying =
                    new FailingSource(scratch.database().dataSource(), reached -> calls.incrementAndGet() == last);
            try {
                configured().dataSource(dying.dataSource()).load().abandon(accepted);
                died = false;
            } catch (FailingSource.Death death) {
                interruptions++;
            }
            call += EVERY;
        }
        assertThat(interruptions).isPositive();
        assertThat(rows()).isEqualTo(rows);
        assertThat(tenon().verify().differences()).isEmpty();
        assertThat(tenon().status().migrations().get(1).progress()).isEqualTo(MigrationProgress.PENDING);
    }

    /** Text that became a number comes back as text, which may be written otherwise. */
    @Test
    void aConvertedColumnIsConvertedBackIfAccepted() {
        begin(Table.of(NOTE, List.of(column("id"), Column.of("body", ColumnType.builtin("text")), column("rank")))
                .withConstraints(List.of(new Constraint.PrimaryKey("note_pkey", List.of("id")))));
        scratch.execute("UPDATE note SET body = '007' WHERE id = 2");
        Table after = Table.of(NOTE, List.of(column("id"), column("body"), column("rank")))
                .withConstraints(List.of(new Constraint.PrimaryKey("note_pkey", List.of("id"))))
                .withIndexes(List.of(Index.of("note_idx", "btree", List.of(IndexKey.column("rank")))));
        new MigrationsFolder(temp)
                .generate(
                        "number",
                        ShopSchema.of(after),
                        new MigrationHints(
                                Map.of(), Map.of(), Map.of(ObjectPath.column(NOTE, "body"), "body::integer")));
        int steps = new Retyped(temp).steps();
        stopAfter(steps - 1);
        Set<String> accepted = tokens(tenon().previewAbandon());
        String type = scratch.text("SELECT format_type(atttypid, -1) FROM pg_attribute WHERE attname = 'body'"
                + " AND attrelid = 'note'::regclass");
        if ("integer".equals(type)) {
            assertThat(accepted).contains("convert-column:note.body");
        }
        abandon(accepted.toArray(String[]::new));
        assertThat(tenon().verify().differences()).isEmpty();
    }

    /** Steps that the migrator has undone after a failure need nothing; what stayed is taken back. */
    @Test
    void aFailedMigrationThatWasPartlyUndone() {
        Table text = note("body")
                .withColumns(List.of(
                        column("id"),
                        Column.of("body", ColumnType.builtin("text")),
                        column("rank").withNullable(true)));
        begin(text);
        // The rows are not tried before the first step with a VOLATILE function.
        scratch.execute(
                "UPDATE note SET body = 'abc' WHERE id = 3; CREATE SCHEMA other;"
                        + " CREATE FUNCTION other.number(text) RETURNS integer LANGUAGE sql VOLATILE STRICT AS 'SELECT $1::integer'");
        Table after = note("body")
                .withColumns(
                        List.of(column("id"), column("body"), column("rank").withNullable(true)))
                .withIndexes(List.of(Index.of("note_idx", "btree", List.of(IndexKey.column("rank")))));
        new MigrationsFolder(temp)
                .generate(
                        "number",
                        ShopSchema.of(after),
                        new MigrationHints(
                                Map.of(), Map.of(), Map.of(ObjectPath.column(NOTE, "body"), "other.number(body)")));
        String rows = rows();
        assertThatThrownBy(() -> tenon().migrate()).hasMessageContaining("[TN621]");
        abandon();
        assertThat(scratch.text("SELECT count(*) FROM tenon.history WHERE number = 2"))
                .isEqualTo("0");
        assertThat(rows()).isEqualTo(rows);
        assertThat(tenon().verify().differences()).isEmpty();
    }

    /** A column that others added is not dropped, but it is drift. */
    @Test
    void whatOthersMadeStays() {
        begin(note("body"));
        addColumn();
        stopAfter(1);
        scratch.execute("CREATE INDEX mine ON note (rank)");
        assertThatThrownBy(() -> abandon())
                .hasMessageStartingWith("[TN630] 0002_add is taken back, but the database differs from the snapshot"
                        + " before it: index note.mine");
        assertThat(scratch.text("SELECT to_regclass('mine') IS NOT NULL")).isEqualTo("t");
        assertThat(abandon().migration()).isEmpty();
        assertThat(scratch.text("SELECT count(*) FROM pg_attribute WHERE attname = 'added'"))
                .isEqualTo("0");
    }

    /** The named database can have another migration of that number; one that finished the old one cannot. */
    @Test
    void aDatabaseThatFinishedTheMigrationRefusesAnotherOne() throws SQLException {
        begin(note("body"));
        addColumn();
        try (Scratch finished = Scratch.create()) {
            Tenon other =
                    configured().dataSource(finished.database().dataSource()).load();
            other.migrate();
            stopAfter(1);
            abandon();
            new MigrationsFolder(temp)
                    .drop()
                    .generate(
                            "add",
                            ShopSchema.of(note("body")
                                    .withColumns(List.of(
                                            column("id"),
                                            column("body"),
                                            column("rank"),
                                            column("other").withNullable(true)))));
            tenon().migrate();
            assertThatThrownBy(other::migrate).hasMessageStartingWith("[TN612]");
        }
    }

    /** The plan found the column empty; its drop asks again. */
    @Test
    void valuesThatAreWrittenAfterThePlanAreNotLost() {
        begin(note("body"));
        addColumn();
        stopAfter(1);
        assertThatThrownBy(() -> abandonWhile("UPDATE note SET added = 5 WHERE id = 2"))
                .hasMessageContaining("[TN636]")
                .hasMessageContaining("accept it with: tenon abandon --accept drop-column:note.added");
        assertThat(scratch.text("SELECT sum(added) FROM note")).isEqualTo("5");
        assertThat(tenon().status().migrations().get(1).progress()).isEqualTo(MigrationProgress.PARTIAL);
        assertThat(tenon().migrate().after().isCurrent()).isTrue();
    }

    @Test
    void rowsThatAreWrittenAfterThePlanAreNotLost() {
        begin(note("body"));
        Table other = Table.of(QualifiedName.parse("other"), List.of(column("id")));
        new MigrationsFolder(temp)
                .add("other", """
                -- tenon:step 1
                CREATE TABLE public.other (id integer NOT NULL);

                -- tenon:step 2
                COMMENT ON TABLE public.other IS 'new';
                """, ShopSchema.of(note("body"), other.withComment(Optional.of("new"))));
        stopAfter(1);
        assertThatThrownBy(() -> abandonWhile("INSERT INTO other VALUES (5)"))
                .hasMessageContaining("[drop-table:other]");
        assertThat(scratch.text("SELECT sum(id) FROM other")).isEqualTo("5");
        assertThat(abandon("drop-table:other").losses()).hasSize(1);
        assertThat(tenon().verify().differences()).isEmpty();
    }

    /** Nothing has been taken back, so both ways are open. */
    @Test
    void aMigrationWhoseAbandonFailsAtTheFirstStepCanBeFinished() {
        begin(note("body"));
        addColumn();
        stopAfter(1);
        String states = scratch.text("SELECT string_agg(state, ',') FROM tenon.history");
        scratch.execute("CREATE VIEW theirs AS SELECT added FROM note");
        assertThatThrownBy(this::abandon)
                .hasMessageContaining("[TN621]")
                .hasMessageContaining("no step of this abandon is committed");
        assertThat(scratch.text("SELECT string_agg(state, ',') FROM tenon.history"))
                .isEqualTo(states);
        scratch.execute("DROP VIEW theirs");
        assertThat(tenon().migrate().after().isCurrent()).isTrue();
    }

    /** The same with a first step outside a transaction, and with one in batches. */
    @Test
    void aFailureOutsideATransactionAtTheFirstStepChangesNothingEither() throws SQLException {
        begin(note("body"));
        addColumn();
        stopAfter(1);
        MigrationName migration = new MigrationName(2, "add");
        String states = scratch.text("SELECT string_agg(state, ',') FROM tenon.history");
        try (Connection connection = scratch.database().connection()) {
            AbandonRecorder recorder = new AbandonRecorder(HistorySchema.DEFAULT, migration);
            recorder.mark(connection);
            assertThat(scratch.text("SELECT string_agg(state, ',') FROM tenon.history"))
                    .isNotEqualTo(states);
            recorder.restore(connection);
            assertThat(scratch.text("SELECT string_agg(state, ',') FROM tenon.history"))
                    .isEqualTo(states);
            recorder.mark(connection);
            recorder.advance(connection, new StepId(migration, 1, 1), 1, 2);
            recorder.restore(connection);
        }
        assertThat(tenon().status().migrations().get(1).progress()).isEqualTo(MigrationProgress.ABANDONING);
    }

    /** The committed step left nothing in the catalogs. */
    @Test
    void aMigrationThatLeftNothing() {
        begin(note("body"));
        new MigrationsFolder(temp)
                .add("comment", """
                -- tenon:step 1 no-transaction
                ANALYZE public.note;

                -- tenon:step 2
                COMMENT ON TABLE public.note IS 'new';
                """, ShopSchema.of(note("body").withComment(Optional.of("new"))));
        stopAfter(1);
        assertThat(abandon().migration()).isPresent();
        assertThat(scratch.text("SELECT count(*) FROM tenon.history WHERE number = 2"))
                .isEqualTo("0");
        assertThat(tenon().migrate().after().isCurrent()).isTrue();
    }

    /** Runs the statement between the plan and its first step. */
    private void abandonWhile(String sql) {
        boolean[] done = {false};
        configured()
                .listener(event -> {
                    if (event instanceof MigrationEvent.AbandonBegun && !done[0]) {
                        done[0] = true;
                        scratch.execute(sql);
                    }
                })
                .load()
                .abandon(Set.of());
    }

    private void addColumn() {
        Table after = note("body")
                .withColumns(List.of(
                        column("id"),
                        column("body"),
                        column("rank"),
                        column("added").withNullable(true)))
                .withIndexes(List.of(Index.of("note_idx", "btree", List.of(IndexKey.column("added")))));
        new MigrationsFolder(temp).generate("add", ShopSchema.of(after));
    }

    private void retype() {
        Table after = note("body")
                .withColumns(List.of(column("id"), Column.of("body", ColumnType.builtin("bigint")), column("rank")))
                .withIndexes(List.of(Index.of("note_idx", "btree", List.of(IndexKey.column("rank")))));
        new MigrationsFolder(temp).generate("retype", ShopSchema.of(after));
    }

    /** The newest migration of a folder. */
    private record Retyped(Path folder) {
        int steps() {
            return (int) read().lines()
                    .filter(line -> line.startsWith("-- tenon:step"))
                    .count();
        }

        private String read() {
            try (var files = java.nio.file.Files.list(folder)) {
                Path newest = files.filter(file -> file.toString().endsWith(".sql"))
                        .max(Path::compareTo)
                        .orElseThrow();
                return java.nio.file.Files.readString(newest);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private void begin(Table table) {
        new MigrationsFolder(temp).generate("init", ShopSchema.of(table));
        tenon().migrate();
        scratch.execute("INSERT INTO note SELECT n, n, n FROM generate_series(1, 4) n");
    }

    private static Table note(String body) {
        return Table.of(NOTE, List.of(column("id"), column(body), column("rank")))
                .withConstraints(List.of(new Constraint.PrimaryKey("note_pkey", List.of("id"))));
    }

    private static Column column(String name) {
        return Column.of(name, ColumnType.builtin("integer"));
    }

    private static MigrationHints hints(Map<ObjectPath, String> renames) {
        return new MigrationHints(renames, Map.of(), Map.of());
    }

    private void stopAfter(int step) {
        FailingSource source = new FailingSource(scratch.database().dataSource(), text -> false);
        assertThatThrownBy(() -> configured()
                        .dataSource(source.dataSource())
                        .listener(event -> {
                            if (event instanceof MigrationEvent.StepDone done
                                    && done.step().step() == step) {
                                source.die(event.text());
                            }
                        })
                        .load()
                        .migrate())
                .isInstanceOf(FailingSource.Death.class);
    }

    private String rows() {
        return String.valueOf(scratch.text(
                "SELECT string_agg(n::text, ';' ORDER BY id) FROM" + " (SELECT id, body, rank FROM note) n"));
    }

    private static Set<String> tokens(AbandonPreview preview) {
        return preview.losses().stream()
                .map(Loss::acceptance)
                .map(Optional::orElseThrow)
                .collect(Collectors.toSet());
    }

    private AbandonResult abandon(String... accepted) {
        return tenon().abandon(Set.of(accepted));
    }

    private Tenon tenon() {
        return configured().load();
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(event -> {});
    }
}
