package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new partition takes its rows out of the default partition, or nothing happens to them. */
class DefaultPartitionTest {

    private static final QualifiedName EVENT = QualifiedName.parse("event");
    private static final ColumnType INTEGER = ColumnType.builtin("integer");
    private static final int ROWS = Endurance.ASKED ? 1_000_000 : 20_000;

    /** What a statement may meet for a short time: a lock, or the check on the default partition. */
    private static final Set<String> BRIEF = Set.of("55P03", "40P01", "23514");

    private final Scratch scratch = Scratch.create();
    private final AtomicBoolean migrated = new AtomicBoolean();

    @TempDir
    private Path temp;

    DefaultPartitionTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    /** The outcomes of a client's statements. */
    private record Client(long done, Set<String> outcomes) {}

    /** Even a query that waits for the lock of the default partition finds all rows. */
    @Test
    void everyReaderFindsEveryRowAndNoWriteIsLost() throws Exception {
        MigrationsFolder migrations = begin(ROWS);
        migrations.generate("divide", ShopSchema.of(event(partition("event_a", "1", "" + ROWS / 2))));
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<Client>> readers = List.of(
                clients.submit(() -> client(0, "SELECT count(*) FROM event WHERE id <= " + ROWS)),
                clients.submit(() -> client(0, "SELECT count(*) FROM event WHERE id BETWEEN 1 AND " + ROWS)));
        Future<Client> inserts =
                clients.submit(() -> client(0, "INSERT INTO event SELECT max(id) + 1, 0 FROM event"));
        Future<Client> updates = clients.submit(
                () -> client(0, "UPDATE event SET n = n + 1 WHERE id = 1 + (random() * " + (ROWS - 2) + ")::int"));
        try {
            tenon(event -> {}).migrate();
        } finally {
            Thread.sleep(100);
            migrated.set(true);
            clients.shutdown();
        }
        for (Future<Client> reader : readers) {
            assertThat(reader.get().outcomes()).containsExactly(String.valueOf(ROWS));
        }
        assertThat(inserts.get().done()).isPositive();
        assertThat(inserts.get().outcomes()).isSubsetOf("1", "55P03", "40P01");
        assertThat(updates.get().done()).isPositive();
        assertThat(updates.get().outcomes()).contains("1").doesNotContain("0").allMatch(outcome ->
                outcome.equals("1") || BRIEF.contains(outcome));
        assertThat(scratch.text("SELECT sum(n) FROM event"))
                .isEqualTo(String.valueOf(updates.get().done()));
        assertThat(scratch.text("SELECT count(*) FROM event"))
                .isEqualTo(String.valueOf(ROWS + inserts.get().done()));
        assertThat(scratch.text("SELECT count(*) FROM event_a")).isEqualTo(String.valueOf(ROWS / 2 - 1));
    }

    /** Repeats the statement until the migration is done, and collects its counts and errors. */
    private Client client(int done, String sql) throws SQLException {
        int count = done;
        Set<String> outcomes = new TreeSet<>();
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            while (!migrated.get()) {
                try {
                    if (statement.execute(sql)) {
                        try (ResultSet row = statement.getResultSet()) {
                            row.next();
                            outcomes.add(row.getString(1));
                        }
                    } else {
                        outcomes.add(String.valueOf(statement.getUpdateCount()));
                        count += statement.getUpdateCount();
                    }
                } catch (SQLException refused) {
                    outcomes.add(refused.getSQLState());
                }
            }
        }
        return new Client(count, outcomes);
    }

    @Test
    void referencedRowsAreRefusedBeforeTheFirstStep() {
        MigrationsFolder migrations = beginReferenced();
        migrations.generate("divide", referenced(partition("event_a", "1", "10")));
        assertThatThrownBy(() -> tenon(event -> {}).migrate())
                .hasMessageStartingWith("[TN638] ")
                .hasMessageContaining("default partition public.event_rest has rows of new partition public.event_a,"
                        + " which cannot move: foreign key note_event_id_fkey of public.note references them")
                .hasMessageContaining("nothing of this migration was run");
        assertThat(scratch.text("SELECT to_regclass('event_a') IS NULL")).isEqualTo("t");
        assertThat(scratch.text("SELECT count(*) FROM note")).isEqualTo("1");
        scratch.execute("DELETE FROM event WHERE id < 10");
        assertThat(tenon(event -> {}).migrate().after().isCurrent()).isTrue();
    }

    /** A foreign key that goes before the rows move does not matter. */
    @Test
    void rowsMoveAfterTheForeignKeyThatReferencedThem() {
        MigrationsFolder migrations = beginReferenced();
        Table note = note().withConstraints(List.of(new Constraint.PrimaryKey("note_pkey", List.of("id"))));
        migrations.generate("divide", ShopSchema.of(event(partition("event_a", "1", "10")), note));
        assertThat(tenon(event -> {}).migrate().after().isCurrent()).isTrue();
        assertThat(scratch.text("SELECT count(*) FROM event_a")).isEqualTo("9");
        assertThat(scratch.text("SELECT count(*) FROM note")).isEqualTo("1");
    }

    /** Deleting the rows would delete what references them. */
    @Test
    void rowsThatArriveAfterTheCheckAreNotMovedUnderAForeignKey() {
        MigrationsFolder migrations = beginReferenced();
        scratch.execute("DELETE FROM event WHERE id < 10");
        migrations.generate("divide", referenced(partition("event_a", "1", "10")));
        assertThatThrownBy(() -> tenon(event -> {
                            if (event instanceof MigrationEvent.StepBegun begun
                                    && begun.step().step() == 1) {
                                scratch.execute("INSERT INTO event VALUES (5, 0); INSERT INTO note VALUES (2, 5)");
                            }
                        })
                        .migrate())
                .hasMessageStartingWith("[TN621] ")
                .hasMessageContaining("SQLSTATE 23514");
        assertThat(scratch.text("SELECT string_agg(event_id::text, ',') FROM note"))
                .isEqualTo("5");
        scratch.execute("INSERT INTO event VALUES (6, 0)");
        assertThat(scratch.text("SELECT to_regclass('event_a') IS NULL")).isEqualTo("t");
    }

    @Test
    void anUnknownColumnDoesNotLoseItsValues() {
        MigrationsFolder migrations = begin(20);
        scratch.execute("ALTER TABLE event ADD COLUMN \"by Hand\" text DEFAULT 'kept'");
        migrations.generate("divide", ShopSchema.of(event(partition("event_a", "1", "10"))));
        assertThatThrownBy(() -> tenon(event -> {}).migrate())
                .hasMessageStartingWith("[TN638] ")
                .hasMessageContaining("column by Hand is not in the schema of the migration");
        assertThat(scratch.text("SELECT count(*) FROM event_rest")).isEqualTo("20");
    }

    @Test
    void aCheckThatWasNeverValidatedIsRefusedBeforeTheFirstStep() {
        MigrationsFolder migrations = begin(20);
        scratch.execute("ALTER TABLE event ADD CONSTRAINT odd CHECK (id % 2 = 1) NOT VALID");
        migrations.generate("divide", ShopSchema.of(event(partition("event_a", "1", "10"))));
        assertThatThrownBy(() -> tenon(event -> {}).migrate())
                .hasMessageStartingWith("[TN638] ")
                .hasMessageContaining("a row violates check odd");
    }

    @Test
    void triggersOfTheDefaultPartitionAreNamed() {
        MigrationsFolder migrations = begin(20);
        scratch.execute("CREATE TABLE gone (id int); CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO gone VALUES (OLD.id); RETURN OLD; END';"
                + " CREATE TRIGGER loud AFTER DELETE ON event FOR EACH ROW EXECUTE FUNCTION gone();"
                + " CREATE TRIGGER quiet AFTER DELETE ON event FOR EACH ROW"
                + " WHEN (current_setting('tenon.migrating', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION gone()");
        migrations.generate("divide", ShopSchema.of(event(partition("event_a", "1", "10"))));
        Set<String> events = new TreeSet<>();
        tenon(event -> {
                    if (event instanceof MigrationEvent.TriggersFire) {
                        events.add(event.text());
                    }
                })
                .migrate();
        assertThat(events)
                .singleElement()
                .asString()
                .contains("writing rows of public.event_rest will fire trigger loud;");
        assertThat(scratch.text("SELECT count(*) FROM gone")).isEqualTo("9");
    }

    @Test
    void abandonReturnsTheRowsToTheDefaultPartition() {
        MigrationsFolder migrations = begin(20);
        migrations.generate("divide", ShopSchema.of(event(partition("event_a", "1", "10"), partition("event_b", "50", "60"))));
        scratch.execute("INSERT INTO event VALUES (55, 0)");
        scratch.execute("CREATE VIEW event_b AS SELECT 1");
        assertThatThrownBy(() -> tenon(event -> {}).migrate()).hasMessageContaining("event_b");
        assertThat(scratch.text("SELECT count(*) FROM event_a")).isEqualTo("9");
        scratch.execute("INSERT INTO event VALUES (0, 0)");
        assertThatThrownBy(() -> tenon(event -> {}).abandon(Set.of()))
                .hasMessageContaining("--accept return-rows:event.event_a");
        tenon(event -> {}).abandon(Set.of("return-rows:event.event_a"));
        assertThat(scratch.text("SELECT count(*) FROM event_rest")).isEqualTo("22");
        assertThat(scratch.text("SELECT to_regclass('event_a') IS NULL")).isEqualTo("t");
        assertThat(tenon(event -> {}).verify().differences()).isEmpty();
    }

    private MigrationsFolder begin(int rows) {
        MigrationsFolder migrations = new MigrationsFolder(temp).generate("init", ShopSchema.of(event()));
        tenon(event -> {}).migrate();
        scratch.execute("INSERT INTO event SELECT n, 0 FROM generate_series(1, " + rows + ") AS n");
        return migrations;
    }

    private MigrationsFolder beginReferenced() {
        MigrationsFolder migrations = new MigrationsFolder(temp).generate("init", referenced());
        tenon(event -> {}).migrate();
        scratch.execute("INSERT INTO event SELECT n, 0 FROM generate_series(1, 20) AS n;"
                + " INSERT INTO note VALUES (1, 5)");
        return migrations;
    }

    private Tenon tenon(MigrationListener listener) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(listener)
                .load();
    }

    private static Schema referenced(Partition... partitions) {
        return ShopSchema.of(event(partitions), note());
    }

    private static Table note() {
        return Table.of(
                        QualifiedName.parse("note"),
                        List.of(Column.of("id", INTEGER), Column.of("event_id", INTEGER)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("note_pkey", List.of("id")),
                        Constraint.ForeignKey.of("note_event_id_fkey", List.of("event_id"), EVENT, List.of("id"))
                                .withOnDelete(ForeignKeyAction.CASCADE, List.of())));
    }

    private static Table event(Partition... partitions) {
        List<Partition> all = new ArrayList<>(List.of(partitions));
        all.add(Partition.of("event_rest", PartitionBound.DEFAULT, Optional.empty()));
        return Table.of(EVENT, List.of(Column.of("id", INTEGER), Column.of("n", INTEGER)))
                .withConstraints(List.of(new Constraint.PrimaryKey("event_pkey", List.of("id"))))
                .withPartitioning(Optional.of(
                        new Partitioning(PartitionStrategy.RANGE, List.of(IndexKey.column("id")), all, false)));
    }

    private static Partition partition(String name, String from, String to) {
        return Partition.of(
                name,
                new PartitionBound.Range(List.of(PartitionBound.End.of(from)), List.of(PartitionBound.End.of(to))),
                Optional.empty());
    }
}
