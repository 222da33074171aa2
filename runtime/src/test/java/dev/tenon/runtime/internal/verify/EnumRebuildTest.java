package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enum labels are removed or moved while other sessions insert and update rows; no table is rewritten under a lock. */
class EnumRebuildTest {

    private static final QualifiedName STATUS = QualifiedName.parse("status");
    private static final QualifiedName TASK = QualifiedName.parse("task");
    private static final QualifiedName NOTE = QualifiedName.parse("note");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void labelsGoAndMoveInEveryColumnOfTheType(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            Schema before = tasks("draft", "active", "done", "unused");
            new SchemaEvolution(scratch).to(before);
            scratch.executeAsIs("INSERT INTO task (id, status, former) SELECT i, "
                    + "(ARRAY['draft', 'active', 'done']::status[])[1 + i % 3], ARRAY['active', 'done']::status[] "
                    + "FROM generate_series(1, 300) i");
            scratch.executeAsIs("INSERT INTO note (status) VALUES ('active'), (NULL)");
            MigrationUnderWrites underway = new MigrationUnderWrites(scratch, TASK, NOTE);
            int steps = underway.apply(before, instead("draft"), Set.of("drop-label:status.unused"), step -> {
                String old = step % 2 == 0 ? "done" : "draft";
                scratch.executeAsIs("INSERT INTO task (id, status) VALUES (" + (1000 + step) + ", '" + old + "')");
                scratch.executeAsIs("UPDATE task SET status = 'done' WHERE id = " + step);
            });
            underway.leavesNothing();
            assertThat(scratch.text("SELECT string_agg(status || ' ' || n, ', ' ORDER BY status) FROM "
                            + "(SELECT status, count(*) AS n FROM task GROUP BY status) AS counted"))
                    .isEqualTo(counted(steps));
            assertThat(scratch.text("SELECT string_agg(DISTINCT former::text, ' ') FROM task"))
                    .isEqualTo("{draft,done}");
            assertThat(scratch.text("SELECT string_agg(status::text, ' ') FROM note"))
                    .isEqualTo("draft");
            assertThat(scratch.text("SELECT string_agg(enumlabel, ' ' ORDER BY enumsortorder) FROM pg_enum"))
                    .isEqualTo("done draft");
        }
    }

    /**
     * Returns the expected number of rows for each label. Rows 1 to 300 had draft, active and done in turn; before each
     * step, one row became done and one was inserted.
     */
    private static String counted(int steps) {
        int done = 100;
        int draft = 200;
        for (int step = 1; step <= steps; step++) {
            boolean was = step % 3 == 2;
            done += (was ? 0 : 1) + (step % 2 == 0 ? 1 : 0);
            draft += (was ? 0 : -1) + (step % 2 == 0 ? 0 : 1);
        }
        return "done " + done + ", draft " + draft;
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void aTypeThatNoColumnHasIsReplacedAtOnce(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(schema(type("a", "b")));
            database.to(schema(type("b", "a")));
            assertThat(scratch.text("SELECT string_agg(enumlabel, ' ' ORDER BY enumsortorder) FROM pg_enum"))
                    .isEqualTo("b a");
        }
    }

    private static CompiledSnapshot instead(String label) {
        MigrationHints hints =
                new MigrationHints(Map.of(ObjectPath.label(STATUS, label), "active"), Map.of(), Map.of());
        return new CompiledSnapshot(tasks("done", "draft"), hints, Map.of());
    }

    private static Schema tasks(String... labels) {
        ColumnType status = new ColumnType.UserDefined(STATUS, List.of());
        Table task = Table.of(
                        TASK,
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint")),
                                Column.of("status", status)
                                        .withDefault(Optional.of(new ColumnDefault.Expression("'draft'::status")))
                                        .withComment(Optional.of("how far it is")),
                                Column.of("former", new ColumnType.Array(status))
                                        .withNullable(true)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("task_pkey", List.of("id")),
                        new Constraint.Check(
                                "task_status_check", "former IS NULL OR status = 'draft'::status OR id > 0", true)))
                .withIndexes(List.of(
                        Index.of("task_status_idx", "btree", List.of(IndexKey.column("status"), IndexKey.column("id"))),
                        Index.of("task_former_idx", "gin", List.of(IndexKey.column("former")))));
        Table note = Table.of(NOTE, List.of(Column.of("status", status).withNullable(true)));
        return schema(type(labels), task, note);
    }

    private static EnumType type(String... labels) {
        return new EnumType(STATUS, List.of(labels), Optional.of("how far something is"));
    }

    private static Schema schema(EnumType type, Table... tables) {
        return new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(type),
                List.of(tables),
                Optional.empty());
    }
}
