package dev.tenon.runtime.internal.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.history.AbandonRecorder;
import dev.tenon.runtime.internal.history.HistoryPosition;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.history.HistoryTable;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.MigrationName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A migrator waits for the lock as long as its holder makes progress, and no longer. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockWaiterTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** The pause after which the holder ends; by then more than the timeout has passed. */
    private static final int END = 30;

    private final Scratch scratch = Scratch.create();
    private final List<MigrationEvent> events = new ArrayList<>();
    private HoldingMigrator holder;

    LockWaiterTest() throws SQLException {}

    /** Holder and waiter have an ordinary role, which sees its own sessions only. */
    @BeforeAll
    void createRole() {
        scratch.execute("ALTER ROLE $migrator LOGIN PASSWORD 'secret'; GRANT CREATE ON SCHEMA public"
                + " TO $migrator; GRANT CREATE ON DATABASE "
                + scratch.database().name() + " TO $migrator;"
                + " CREATE TABLE parcel (id bigint); ALTER TABLE parcel OWNER TO $migrator");
    }

    @BeforeEach
    void hold() throws SQLException {
        events.clear();
        holder = new HoldingMigrator(scratch.database().jdbcUrl(), scratch.role("migrator"));
    }

    @AfterEach
    void release() throws SQLException {
        holder.close();
        scratch.execute("DROP SCHEMA IF EXISTS tenon CASCADE");
    }

    @AfterAll
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void aLongStatementIsProgress() throws Exception {
        holder.startLong();
        waitUntilTheEnd(pause -> {});
        assertThat(events.get(0).text())
                .startsWith("waiting for another migrator (pid ")
                .contains("user " + scratch.role("migrator"))
                .doesNotContain("no progress");
        assertThat(events).as("one report in ten seconds").hasSizeBetween(END / 2, END / 2 + 1);
    }

    @Test
    void theStatementsOfOneTransactionAreProgress() throws Exception {
        holder.begin();
        holder.execute("SAVEPOINT before");
        waitUntilTheEnd(pause -> {
            if (pause > 1) {
                holder.stop();
                holder.execute("ROLLBACK TO before");
            }
            holder.startLong();
        });
    }

    @Test
    void anIdleTransactionIsNone() throws SQLException {
        holder.begin();
        assertGivesUp(pause -> {})
                .hasMessageContaining("[TN620] another migrator held the lock for 60 s without progress: pid ")
                .hasMessageContaining("raise --lock-timeout; if it hangs: SELECT pg_terminate_backend(");
        assertThat(events.get(events.size() - 1).text())
                .contains("; no progress for ")
                .contains("of at most 60 s");
    }

    /** A lock that a pool in transaction mode kept belongs to a process that works for other clients. */
    @Test
    void otherShortTransactionsOfTheProcessAreNone() {
        assertGivesUp(pause -> holder.startLong()).hasMessageContaining("[TN620]");
    }

    @Test
    void aStatementThatWaitsForALockIsNone() throws Exception {
        try (Connection blocker = blocker("LOCK TABLE parcel")) {
            holder.start("ALTER TABLE parcel ADD COLUMN weight integer", "Lock");
            assertGivesUp(pause -> {})
                    .hasMessageContaining(", and waits for " + pid(blocker) + " (left open)")
                    .hasMessageContaining("end the transactions that it waits for and try again");
        }
    }

    @Test
    void aStatementOfARoleThatTheWaiterMayNotSeeIsNone() throws Exception {
        scratch.execute("ALTER ROLE $stranger LOGIN PASSWORD 'secret'");
        holder.close();
        holder = new HoldingMigrator(scratch.database().jdbcUrl(), scratch.role("stranger"));
        holder.startLong();
        assertGivesUp(pause -> {}).hasMessageContaining("user " + scratch.role("stranger"));
    }

    /** A concurrent build waits for older snapshots for as long as they exist, which may be forever. */
    @Test
    void anIndexBuildThatWaitsForASnapshotIsNone() throws Exception {
        try (Connection blocker = blocker("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM pg_class")) {
            holder.start("CREATE INDEX CONCURRENTLY parcel_id_idx ON parcel (id)", "Lock");
            assertGivesUp(pause -> {})
                    .hasMessageContaining("waiting for old snapshots")
                    .hasMessageContaining("waits for " + pid(blocker) + " (left open)");
        }
    }

    @Test
    void eachCommittedBatchIsProgress() throws SQLException {
        enterRunningStep();
        waitUntilTheEnd(pause -> holder.execute("UPDATE tenon.history SET progress = progress + 1"));
        assertThat(events.get(0).text()).contains(", which is at 0007_fill step 3 of 7, 45 %");
        assertThat(events.get(1).text()).contains("step 3 of 7, 47 %");
    }

    @Test
    void theTimeBeginsAgainAfterEachProgress() throws SQLException {
        enterRunningStep();
        ScriptedPauses pauses = new ScriptedPauses(pause -> {
            if (pause == 10) {
                holder.execute("UPDATE tenon.history SET state = 'done', finished_at = now()");
            }
        });
        assertThatThrownBy(() -> take(pauses))
                .hasMessageContaining("[TN620]")
                .hasMessageContaining(", which has committed 0007_fill step 3 of 7;");
        assertThat(pauses.elapsed()).isEqualTo(TIMEOUT.plusSeconds(50));
    }

    @Test
    void aTimeoutOfZeroWaitsForNothing() throws Exception {
        holder.startLong();
        ScriptedPauses pauses = new ScriptedPauses(pause -> {});
        assertThatThrownBy(() -> take(pauses, Duration.ZERO)).hasMessageContaining("[TN620]");
        assertThat(pauses.elapsed()).isZero();
    }

    /** The rows that are tried before the first step are read in short transactions, and nothing is committed. */
    @Test
    void eachRangeOfRowsThatIsTriedIsProgress() throws SQLException {
        waitUntilTheEnd(pause -> tryBlock(pause));
        assertThat(events.get(events.size() - 2).text()).contains(", reading rows of parcel, block ");
    }

    @Test
    void theSameRangeOfRowsAgainIsNone() {
        assertGivesUp(pause -> tryBlock(7)).hasMessageContaining("[TN620]");
    }

    @Test
    void eachStepAndBatchThatTakesAMigrationBackIsProgress() throws SQLException {
        enterRunningStep();
        AbandonRecorder recorder = new AbandonRecorder(HistorySchema.DEFAULT, new MigrationName(7, "fill"));
        StepId step = new StepId(new MigrationName(7, "fill"), 1, 1);
        try (Session session = session()) {
            waitUntilTheEnd(pause -> recorder.advance(session.connection(), step, 1, 2));
        }
    }

    private void tryBlock(int block) throws Exception {
        holder.start(
                StatementLabel.labelled(
                        "reading rows of parcel, block " + block + " of 90",
                        "SELECT CASE WHEN pg_sleep(600) IS NULL THEN 1 END"),
                "Timeout");
    }

    private void enterRunningStep() throws SQLException {
        try (Session session = session()) {
            HistoryTable.create(HistorySchema.DEFAULT, session, true, Duration.ZERO, Duration.ZERO);
        }
        holder.execute(
                "INSERT INTO tenon.history (number, name, hash, step, steps, kind, state, tenon_version, progress,"
                        + " progress_total) VALUES (7, 'fill', 'h', 3, 7, 'generated', 'running', '1', 45, 100)");
    }

    private void waitUntilTheEnd(ScriptedPauses.Action action) throws SQLException {
        ScriptedPauses pauses = new ScriptedPauses(pause -> {
            if (pause == END) {
                holder.close();
            } else {
                action.during(pause);
            }
        });
        take(pauses).close();
        assertThat(pauses.elapsed()).isGreaterThan(TIMEOUT.multipliedBy(2));
    }

    private AbstractThrowableAssert<?, ?> assertGivesUp(ScriptedPauses.Action action) {
        ScriptedPauses pauses = new ScriptedPauses(action);
        var thrown = assertThatThrownBy(() -> take(pauses));
        assertThat(pauses.elapsed()).isBetween(TIMEOUT, TIMEOUT.plusSeconds(10));
        return thrown;
    }

    private HeldLock take(ScriptedPauses pauses) throws SQLException {
        return take(pauses, TIMEOUT);
    }

    private HeldLock take(ScriptedPauses pauses, Duration timeout) throws SQLException {
        return HeldLock.take(
                AdvisoryLock.migration("tenon"),
                session(),
                new LockWait(
                        timeout,
                        connection -> HistoryPosition.read(HistorySchema.DEFAULT, connection),
                        events::add,
                        pauses));
    }

    private Session session() throws SQLException {
        return new Sessions(
                        HoldingMigrator.source(scratch.database().jdbcUrl(), scratch.role("migrator")),
                        "waiting",
                        "tenon")
                .open();
    }

    private Connection blocker(String sql) throws SQLException {
        Connection blocker = HoldingMigrator.connect(scratch.database().jdbcUrl(), scratch.role("migrator"));
        HoldingMigrator.text(blocker, "SELECT set_config('application_name', 'left open', false)");
        blocker.setAutoCommit(false);
        try (var statement = blocker.createStatement()) {
            statement.execute(sql);
        }
        return blocker;
    }

    private static String pid(Connection blocker) throws SQLException {
        return HoldingMigrator.text(blocker, "SELECT pg_backend_pid()");
    }
}
