package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is replaced while clients write to its table and to a table that references it. */
class KeyCutoverTest {

    private static final QualifiedName PARENT = QualifiedName.parse("parent");
    private static final QualifiedName CHILD = QualifiedName.parse("child");
    private static final ColumnType INTEGER = ColumnType.builtin("integer");
    private static final int ROWS = Endurance.ASKED ? 300_000 : 3_000;

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String DEADLOCK = "40P01";

    private final Scratch scratch = Scratch.create();
    private final AtomicBoolean migrated = new AtomicBoolean();

    @TempDir
    private Path temp;

    KeyCutoverTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    /** The outcomes of one kind of write. */
    private record Writes(int done, List<String> errors) {}

    @Test
    void theForeignKeyHoldsAtEveryMomentForEveryWriter() throws Exception {
        MigrationsFolder migrations = new MigrationsFolder(temp).generate("init", schema(List.of()));
        tenon(migrations).migrate();
        scratch.execute("INSERT INTO parent SELECT n, n FROM generate_series(1, " + 2 * ROWS + ") AS n;"
                + " INSERT INTO child SELECT n, n FROM generate_series(1, " + ROWS + ") AS n");
        migrations.generate("widen", schema(List.of("b")));

        ExecutorService clients = Executors.newFixedThreadPool(4);
        Future<Writes> unused = clients.submit(() -> write("DELETE FROM parent WHERE id = " + 2 * ROWS + " - %s"));
        Future<Writes> used = clients.submit(() -> write("DELETE FROM parent WHERE id = 1 + %s %% " + ROWS));
        Future<Writes> orphans = clients.submit(() -> write("INSERT INTO child VALUES (-1 - %1$s, -1 - %1$s)"));
        Future<Writes> children = clients.submit(
                () -> write("INSERT INTO child VALUES (" + 2 * ROWS + " + %1$s, 1 + %1$s %% " + ROWS + ")"));
        try {
            tenon(migrations).migrate();
        } finally {
            migrated.set(true);
            clients.shutdown();
        }

        assertThat(unused.get().done()).isPositive();
        assertThat(unused.get().errors()).isSubsetOf(LOCK_TIMEOUT, DEADLOCK);
        assertThat(children.get().done()).isPositive();
        assertThat(children.get().errors()).isSubsetOf(LOCK_TIMEOUT, DEADLOCK);
        assertThat(used.get().errors()).contains(FOREIGN_KEY_VIOLATION);
        assertThat(orphans.get().errors()).contains(FOREIGN_KEY_VIOLATION);
        assertThat(orphans.get().done()).isZero();
        assertThat(scratch.text(
                        "SELECT count(*) FROM child WHERE NOT EXISTS (SELECT FROM parent WHERE id = parent_id)"))
                .isEqualTo("0");
        assertThat(scratch.text("SELECT count(*) FROM parent WHERE id BETWEEN 1 AND " + ROWS))
                .isEqualTo(String.valueOf(ROWS));
        assertThat(scratch.text("SELECT string_agg(pg_get_constraintdef(oid), '; ' ORDER BY conname) FROM pg_constraint"
                        + " WHERE conrelid IN ('parent'::regclass, 'child'::regclass) AND contype IN ('p', 'f')"))
                .isEqualTo("FOREIGN KEY (parent_id) REFERENCES parent(id); PRIMARY KEY (id);"
                        + " PRIMARY KEY (id) INCLUDE (b)");
    }

    /** Repeats the statement with increasing numbers until the migration is done. */
    private Writes write(String sql) throws SQLException {
        int done = 0;
        List<String> errors = new ArrayList<>();
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            for (int n = 0; n < ROWS && (n < 20 || !migrated.get()); n++) {
                try {
                    done += statement.executeUpdate(String.format(sql, n));
                } catch (SQLException refused) {
                    errors.add(refused.getSQLState());
                }
            }
        }
        return new Writes(done, errors);
    }

    private Tenon tenon(MigrationsFolder migrations) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(migrations.path())
                .load();
    }

    private static Schema schema(List<String> included) {
        Table parent = Table.of(PARENT, List.of(Column.of("id", INTEGER), Column.of("b", INTEGER)))
                .withConstraints(List.of(new Constraint.PrimaryKey(
                        "parent_pkey", List.of("id"), new ConstraintIndex(included, Map.of()))));
        Table child = Table.of(CHILD, List.of(Column.of("id", INTEGER), Column.of("parent_id", INTEGER)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("child_pkey", List.of("id")),
                        Constraint.ForeignKey.of("child_parent_id_fkey", List.of("parent_id"), PARENT, List.of("id"))))
                .withIndexes(List.of(Index.of("child_parent_id_idx", "btree", List.of(IndexKey.column("parent_id")))));
        return ShopSchema.of(parent, child);
    }
}
