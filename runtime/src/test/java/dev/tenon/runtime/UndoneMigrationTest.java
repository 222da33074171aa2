package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a migration has failed permanently, writes behave as before it; after a fix it completes. */
class UndoneMigrationTest {

    /** Earlier calls open connections, take locks and read the state. */
    private static final int FIRST_CALL = 20;

    private static final int EVERY = Endurance.ASKED ? 1 : 11;

    private static final QualifiedName NOTE = QualifiedName.parse("note");

    private static final List<String> WRITES = List.of(
            "INSERT INTO note (id, body) VALUES (10, '12')",
            "INSERT INTO note (id, body) VALUES (11, 'no number')",
            "INSERT INTO note (id) VALUES (12)",
            "INSERT INTO note (id, body) VALUES (1, '1')",
            "INSERT INTO note (id, body, rank) VALUES (13, '-1', NULL)",
            "INSERT INTO note (id, body, rank) VALUES (14, '5', -4)",
            "UPDATE note SET body = 'abc' WHERE id = 2",
            "UPDATE note SET rank = rank - 9",
            "UPDATE note SET body = body || 'x'");

    /** The rows are not tried before the first step with a VOLATILE function. */
    private static final String UNCHECKED = "CREATE SCHEMA other; CREATE FUNCTION other.number(text) RETURNS bigint"
            + " LANGUAGE sql VOLATILE STRICT AS 'SELECT $1::bigint'";

    private final Scratch scratch = Scratch.create();
    private final List<MigrationEvent> events = new ArrayList<>();

    @TempDir
    private Path temp;

    UndoneMigrationTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    /** A trigger, its function and a new column are dropped; no filled row becomes stale. */
    @Test
    void aConversionThatFailsOnARow() {
        begin();
        scratch.execute("INSERT INTO note (id, body) SELECT n, n::text FROM generate_series(100, 3000) n");
        scratch.execute("INSERT INTO note (id, body) VALUES (4000, 'abc')");
        number();
        String failure = failsAndWritesAsBefore();
        assertThat(failure)
                .contains(
                        "[TN621]",
                        "SQLSTATE 22P02",
                        "steps 1 and 2 were undone, so that writes behave as before the migration");
        assertThat(scratch.text("SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute"
                        + " WHERE attrelid = 'note'::regclass AND attnum > 0 AND NOT attisdropped"))
                .isEqualTo("id,body,rank");
        scratch.execute("UPDATE note SET body = '77' WHERE id = 100; DELETE FROM note WHERE body ~ '[^0-9]'");
        completes();
        assertThat(scratch.text("SELECT body FROM note WHERE id = 100")).isEqualTo("77");
    }

    @Test
    void aCheckThatARowViolates() {
        begin();
        scratch.execute("INSERT INTO note (id, body, rank) VALUES (5, '5', -5)");
        new MigrationsFolder(temp)
                .generate(
                        "check",
                        ShopSchema.of(note(text())
                                .withConstraints(
                                        List.of(key(), new Constraint.Check("note_rank", "rank >= 0", true)))));
        assertThat(failsAndWritesAsBefore()).contains("SQLSTATE 23514", "step 1 was undone");
        scratch.execute("DELETE FROM note WHERE id = 5");
        completes();
    }

    /** The earlier index on plain columns rejects nothing and stays; the column is nullable again. */
    @Test
    void aUniqueIndexWithDuplicates() {
        begin();
        scratch.execute("UPDATE note SET rank = id; INSERT INTO note (id, body, rank) VALUES (6, '1', 7)");
        Table after = note(text());
        after = after.withConstraints(List.of(
                key(),
                new Constraint.Check("note_rank", "rank <> 30", true),
                new Constraint.Unique("note_body_key", List.of("body"), false, Deferrability.NOT_DEFERRABLE)));
        after = after.withIndexes(List.of(Index.of("note_a_idx", "btree", List.of(IndexKey.column("rank")))));
        new MigrationsFolder(temp).generate("unique", ShopSchema.of(after));
        assertThat(failsAndWritesAsBefore()).contains("SQLSTATE 23505");
        scratch.execute("DELETE FROM note WHERE id = 6");
        completes();
        assertThat(events.stream()
                        .filter(event -> event.text().contains("CREATE INDEX"))
                        .toList())
                .isEmpty();
    }

    /** An undo waits for a blocker; after its timeout, the next run continues the undo. */
    @Test
    void anInterruptedUndoIsContinued() throws SQLException {
        begin();
        scratch.execute("INSERT INTO note (id, body) VALUES (4000, 'abc')");
        number();
        String before = writes();
        FailingSource dying = new FailingSource(
                scratch.database().dataSource(), call -> call.contains("UPDATE tenon.history SET state = 'undoing'"));
        assertThatThrownBy(
                        () -> configured().dataSource(dying.dataSource()).load().migrate())
                .isInstanceOf(FailingSource.Death.class);
        assertThat(configured().load().status().migrations().get(1).undoNotice())
                .contains("0002_number: undoing steps 1 and 2 was interrupted; migrate continues with that,"
                        + " then runs them again");
        assertThat(configured().load().interruptedSteps()).hasSize(2);
        assertThat(failure()).contains("[TN621]", "steps 1 and 2 were undone");
        assertThat(writes()).isEqualTo(before);
        assertThat(configured().load().interruptedSteps()).isEmpty();
        scratch.execute("DELETE FROM note WHERE id = 4000");
        completes();
    }

    /** If the process dies in the failing run or during the undo, the next run undoes the rest. */
    @Test
    void theProcessMayDieAfterAnyCallOfAnUndo() {
        begin();
        scratch.execute("INSERT INTO note (id, body) VALUES (4000, 'abc')");
        number();
        String before = writes();
        int call = FIRST_CALL;
        boolean died = true;
        while (died) {
            AtomicInteger calls = new AtomicInteger();
            int last = call;
            FailingSource dying =
                    new FailingSource(scratch.database().dataSource(), reached -> calls.incrementAndGet() == last);
            died = dies(configured().dataSource(dying.dataSource()).retryFor(Duration.ZERO));
            String failure = failure();
            assertThat(failure).as("after call " + last).contains("[TN621]", "undone");
            assertThat(writes()).as("after call " + last).isEqualTo(before);
            call += EVERY;
        }
        assertThat(call).as("calls that reach the server").isGreaterThan(FIRST_CALL + 15);
        scratch.execute("DELETE FROM note WHERE id = 4000");
        completes();
    }

    private static boolean dies(TenonConfig config) {
        try {
            config.load().migrate();
            return false;
        } catch (FailingSource.Death death) {
            return true;
        } catch (TenonException failed) {
            return false;
        }
    }

    /** After a lock timeout, the next run undoes the rest. */
    @Test
    void aLockThatBlocksTheUndoIsReported() throws SQLException {
        begin();
        scratch.execute("INSERT INTO note (id, body) VALUES (4000, 'abc')");
        number();
        String before = writes();
        try (var blocker = scratch.database().connection();
                Statement statement = blocker.createStatement()) {
            TenonConfig impatient = configured()
                    .stepLockTimeout(Duration.ofMillis(50))
                    .retryFor(Duration.ofMillis(200))
                    .listener(event -> {
                        if (event.text().endsWith("step 3 of 7") || event.text().endsWith("step 2 of 7")) {
                            lock(blocker, statement);
                        }
                    });
            assertThatThrownBy(() -> impatient.load().migrate())
                    .hasMessageContaining("[TN621]")
                    .hasMessageContaining("undoing stopped at step 1: ")
                    .hasMessageContaining("55P03")
                    .hasMessageContaining("the next migrate continues with it");
            assertThatThrownBy(() -> configured()
                            .stepLockTimeout(Duration.ofMillis(50))
                            .retryFor(Duration.ZERO)
                            .load()
                            .migrate())
                    .hasMessageContaining("[TN629]")
                    .hasMessageContaining("tenon repair --again 2.1");
            blocker.rollback();
        }
        assertThat(failure()).contains("[TN621]", "22P02");
        assertThat(writes()).isEqualTo(before);
    }

    /** A dependent object of another role keeps the step; the next run continues. */
    @Test
    void aStepWithDependentsOfOthersStays() {
        begin();
        scratch.execute("INSERT INTO note (id, body) VALUES (4000, 'abc')");
        number();
        TenonConfig watched = configured().listener(event -> {
            if (event.text().endsWith("step 2 of 7")) {
                scratch.execute("CREATE VIEW theirs AS SELECT body_tenon_new FROM note");
            }
        });
        assertThatThrownBy(() -> watched.load().migrate())
                .hasMessageContaining("[TN621]")
                .hasMessageContaining("step 2 was undone")
                .hasMessageContaining("step 1 stays; undoing stopped at step 1: ")
                .hasMessageContaining("2BP01");
        scratch.execute("DROP VIEW theirs; ALTER TABLE note DISABLE TRIGGER ALL; DELETE FROM note WHERE id = 4000;"
                + " ALTER TABLE note ENABLE TRIGGER ALL");
        completes();
    }

    @Test
    void aHistoryOfAnOlderVersionIsUpgraded() {
        begin();
        scratch.execute("ALTER TABLE tenon.history DROP COLUMN undo, DROP COLUMN progress_total,"
                + " DROP CONSTRAINT history_state_check,"
                + " ADD CONSTRAINT history_state_check CHECK (state IN ('running', 'done'))");
        assertThat(configured().load().status().isCurrent()).isTrue();
        scratch.execute("INSERT INTO note (id, body) VALUES (4000, 'abc')");
        number();
        assertThat(failsAndWritesAsBefore()).contains("steps 1 and 2 were undone");
    }

    /** Other sessions wait behind the upgrade only for a moment. */
    @Test
    void anUpgradeOfTheHistoryDoesNotWaitForLong() throws SQLException {
        begin();
        scratch.execute("ALTER TABLE tenon.history DROP COLUMN progress_total");
        number();
        try (Connection blocker = scratch.database().connection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE tenon.history IN ACCESS SHARE MODE");
            assertThatThrownBy(() -> configured()
                            .stepLockTimeout(Duration.ofMillis(50))
                            .retryFor(Duration.ofMillis(300))
                            .load()
                            .migrate())
                    .hasMessageContaining("[TN622]")
                    .hasMessageContaining("tenon.history of an older version cannot be changed");
            blocker.rollback();
        }
        assertThat(configured().load().migrate().after().isCurrent()).isTrue();
    }

    private static void lock(Connection blocker, Statement statement) {
        try {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE note IN ROW SHARE MODE");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A temporary failure undoes nothing; the next run continues. */
    @Test
    void aLockTimeoutUndoesNothing() throws SQLException {
        begin();
        new MigrationsFolder(temp)
                .generate(
                        "check",
                        ShopSchema.of(note(text())
                                .withConstraints(
                                        List.of(key(), new Constraint.Check("note_rank", "rank >= 0", true)))));
        try (var blocker = scratch.database().connection();
                Statement statement = blocker.createStatement()) {
            TenonConfig patient = configured()
                    .stepLockTimeout(Duration.ofMillis(50))
                    .retryFor(Duration.ofMillis(200))
                    .listener(event -> {
                        if (event.text().endsWith("step 2 of 2")) {
                            try {
                                blocker.setAutoCommit(false);
                                statement.execute("LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE");
                            } catch (SQLException e) {
                                throw new AssertionError(e);
                            }
                        }
                    });
            assertThatThrownBy(() -> patient.load().migrate())
                    .hasMessageContaining("[TN622]")
                    .hasMessageContaining("step 1 of this migration is committed and stays");
            blocker.rollback();
        }
        completes();
    }

    /** A fully undone migration may be corrected as if it had never started. */
    @Test
    void anUndoneMigrationMayBeReplaced() {
        begin();
        MigrationsFolder folder = new MigrationsFolder(temp);
        Table after = note(text(), Column.of("region", ColumnType.builtin("text")));
        folder.generate(
                "region",
                ShopSchema.of(after),
                new MigrationHints(
                        Map.of(), Map.of(ObjectPath.column(NOTE, "region"), "other.number('eu')::text"), Map.of()));
        assertThat(failsAndWritesAsBefore()).contains("SQLSTATE 22P02", "steps 1 and 2 were undone");
        folder.drop();
        assertThat(configured().load().status().isCurrent()).isTrue();
        folder.generate(
                "regions",
                ShopSchema.of(after),
                new MigrationHints(Map.of(), Map.of(ObjectPath.column(NOTE, "region"), "'eu'"), Map.of()));
        completes();
        assertThat(scratch.text("SELECT string_agg(DISTINCT region, ',') FROM note"))
                .isEqualTo("eu");
    }

    /** A row that the application wrote meanwhile has a value at the end, although its batch was complete. */
    @Test
    void aBatchRunsAgainForNewRows() {
        begin();
        scratch.execute("INSERT INTO note (id, body, rank) VALUES (5, '5', -5)");
        Column rank = Column.of("rank", ColumnType.builtin("integer")).withNullable(false);
        Table before = note(text());
        Table after = Table.of(NOTE, List.of(before.columns().get(0), text(), rank))
                .withConstraints(List.of(key(), new Constraint.Check("note_rank", "rank >= 0", true)));
        new MigrationsFolder(temp)
                .generate(
                        "rank",
                        ShopSchema.of(after),
                        new MigrationHints(Map.of(), Map.of(ObjectPath.column(NOTE, "rank"), "0"), Map.of()));
        assertThat(failure()).contains("SQLSTATE 23514", "undone, so that writes behave as before the migration");
        scratch.execute("INSERT INTO note (id, rank) VALUES (6, NULL); DELETE FROM note WHERE id = 5");
        completes();
        assertThat(scratch.text("SELECT rank FROM note WHERE id = 6")).isEqualTo("0");
    }

    /** A wider type and a dropped default share a step; the default is restored. */
    @Test
    void aDefaultIsRestoredAlthoughItsStepWidensAColumn() {
        MigrationsFolder folder = new MigrationsFolder(temp);
        folder.generate("init", ShopSchema.of(widened(10, expression("5"))));
        configured().load().migrate();
        scratch.execute("INSERT INTO note (id, title) VALUES (1, 'a')");
        folder.generate(
                "wider",
                ShopSchema.of(widened(20, Optional.empty())
                        .withConstraints(List.of(key(), new Constraint.Check("note_k", "k <> 5", true)))));
        assertThat(failure()).contains("SQLSTATE 23514", "so that writes behave as before the migration");
        scratch.execute("INSERT INTO note (id, title) VALUES (2, 'b')");
        assertThat(scratch.text("SELECT k FROM note WHERE id = 2")).isEqualTo("5");
        scratch.execute("UPDATE note SET k = 6");
        completes();
    }

    /**
     * A new table is dropped if it is empty, so that the migration may be replaced; with rows it stays, and the rest is
     * undone.
     */
    @Test
    void aNewTableIsDroppedUnlessItHasRows() {
        begin();
        MigrationsFolder folder = new MigrationsFolder(temp);
        Table fresh = Table.of(
                new QualifiedName("public", "it's \"new"), List.of(Column.of("id", ColumnType.builtin("bigint"))));
        MigrationHints invalidHints =
                new MigrationHints(Map.of(), Map.of(), Map.of(body(), "other.number(body || 'x')"));
        Table after = note(Column.of("body", ColumnType.builtin("bigint")).withDefault(expression("0")));
        folder.generate("fresh", ShopSchema.of(after, fresh), invalidHints);
        String name = fresh.name().name().replace("\"", "\"\"");
        assertThatThrownBy(() -> configured()
                        .listener(event -> {
                            if (event.text().endsWith("step 1 of 8: done")
                                    || event.text().contains("step 2 of 8: done")) {
                                scratch.execute("INSERT INTO \"" + name + "\" VALUES (1)");
                            }
                        })
                        .load()
                        .migrate())
                .hasMessageContaining("[TN621]")
                .hasMessageContaining("steps 2 and 3 were undone")
                .hasMessageContaining("step 1 stays; undoing stopped at step 1: ERROR: there are rows in table");
        scratch.execute("DELETE FROM \"" + name + "\"");
        assertThat(failsAndWritesAsBefore()).contains("SQLSTATE 22P02", "steps 1 to 3 were undone");
        folder.drop();
        assertThat(configured().load().status().isCurrent()).isTrue();
        folder.generate(
                "again",
                ShopSchema.of(after, fresh),
                new MigrationHints(Map.of(), Map.of(), Map.of(body(), "body::bigint")));
        completes();
    }

    private static Table widened(int length, Optional<ColumnDefault> k) {
        return Table.of(
                        NOTE,
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint")),
                                Column.of("title", ColumnType.builtin("varchar", length)),
                                Column.of("k", ColumnType.builtin("integer")).withDefault(k)))
                .withConstraints(List.of(key()));
    }

    private void number() {
        new MigrationsFolder(temp)
                .generate(
                        "number",
                        ShopSchema.of(note(
                                Column.of("body", ColumnType.builtin("bigint")).withDefault(expression("0")))),
                        new MigrationHints(Map.of(), Map.of(), Map.of(body(), "other.number(body)")));
    }

    private void begin() {
        new MigrationsFolder(temp).generate("init", ShopSchema.of(note(text())));
        configured().load().migrate();
        scratch.execute(
                "INSERT INTO note (id, body, rank) VALUES (1, '1', 1), (2, '2', 2), (3, DEFAULT, NULL);" + UNCHECKED);
    }

    private static Column text() {
        return Column.of("body", ColumnType.builtin("text")).withDefault(expression("'0'"));
    }

    private static Table note(Column body, Column... more) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("id", ColumnType.builtin("bigint")),
                body,
                Column.of("rank", ColumnType.builtin("integer")).withNullable(true)));
        columns.addAll(List.of(more));
        return Table.of(NOTE, columns).withConstraints(List.of(key()));
    }

    private static Constraint key() {
        return new Constraint.PrimaryKey("note_pkey", List.of("id"));
    }

    private static ObjectPath body() {
        return ObjectPath.column(NOTE, "body");
    }

    private static Optional<ColumnDefault> expression(String sql) {
        return Optional.of(new ColumnDefault.Expression(sql));
    }

    private String failsAndWritesAsBefore() {
        String before = writes();
        String failure = failure();
        assertThat(writes()).as(failure).isEqualTo(before);
        return failure;
    }

    private String failure() {
        try {
            configured().load().migrate();
        } catch (TenonException failed) {
            return String.valueOf(failed.getMessage());
        }
        throw new AssertionError("it did not fail");
    }

    private void completes() {
        assertThat(configured().load().migrate().after().isCurrent()).isTrue();
        assertThat(configured().load().verifyStrictly().differences()).isEmpty();
        assertThat(scratch.text("SELECT string_agg(DISTINCT state, ',') FROM tenon.history"))
                .isEqualTo("done");
    }

    /** Returns the result of each write; every write is rolled back. */
    private String writes() {
        return WriteOutcomes.tried(scratch, WRITES, "SELECT id, body, rank FROM note ORDER BY id");
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(events::add);
    }
}
