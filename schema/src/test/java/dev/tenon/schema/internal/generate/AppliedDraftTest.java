package dev.tenon.schema.internal.generate;

import static dev.tenon.schema.Samples.NOTE;
import static dev.tenon.schema.Samples.ORGANIZATION;
import static dev.tenon.schema.Samples.PLAN;
import static dev.tenon.schema.Samples.STATUS;
import static dev.tenon.schema.Samples.TEXT;
import static dev.tenon.schema.Samples.plus;
import static dev.tenon.schema.Samples.swap;
import static dev.tenon.schema.Samples.tenants;
import static dev.tenon.schema.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Samples;
import dev.tenon.schema.Schema;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planned migrations run on a real server, on tables with rows, and keep the rows. */
@PostgresTest
class AppliedDraftTest {

    private final Schema before = tenants();
    private final Connection connection;

    AppliedDraftTest(TestDatabase database) throws SQLException {
        this.connection = database.connection();
    }

    @BeforeEach
    void createTheOldSchemaWithRows() throws SQLException {
        run("DROP SCHEMA public CASCADE");
        run("CREATE SCHEMA public");
        apply(MigrationDraft.of(Schema.EMPTY, Samples.compiled(before), Set.of()));
        run("SET row_security = off");
        run("INSERT INTO organization (name) SELECT 'o' || n FROM generate_series(1, 3) n");
        run("INSERT INTO plan (organization_id, title) SELECT id, 'p' FROM organization");
        run("INSERT INTO note (organization_id, plan_id, body) SELECT p.organization_id, p.id, b"
                + " FROM plan p, (VALUES ('x'), (NULL)) AS bodies (b)");
    }

    @Test
    void secondDraftOfTheSameSchemaIsEmpty() {
        assertThat(MigrationDraft.of(before, Samples.compiled(before), Set.of()).isEmpty())
                .isTrue();
    }

    @Test
    void newColumnWithoutDefaultIsFilledInBatchesAndThenNotNull() throws SQLException {
        Schema after = with(before, NOTE, table -> plus(table, Column.of("author", TEXT)));
        MigrationDraft draft =
                MigrationDraft.of(before, told(after, "author", "'by ' || coalesce(body, '?')"), Set.of());
        apply(draft);
        assertThat(draft.steps()).extracting(Step::mode).contains(StepMode.BATCHES);
        assertThat(values("SELECT DISTINCT author FROM note ORDER BY 1")).containsExactly("by ?", "by x");
        assertThat(values("SELECT attnotnull FROM pg_attribute WHERE attname = 'author'"))
                .containsExactly("t");
        assertThat(values("SELECT count(*) FROM pg_constraint WHERE conname LIKE '%tenon%'"))
                .containsExactly("0");
    }

    @Test
    void volatileDefaultIsWrittenRowByRow() throws SQLException {
        Schema after = with(
                before,
                NOTE,
                table -> plus(
                        table, Column.of("token", Samples.UUID).withDefault(Samples.expression("gen_random_uuid()"))));
        apply(MigrationDraft.of(before, Samples.compiled(after), Set.of()));
        assertThat(values("SELECT count(DISTINCT token) FROM note")).containsExactly("6");
    }

    @Test
    void constantDefaultNeedsNoBatches() throws SQLException {
        Schema after = with(
                before,
                NOTE,
                table -> plus(
                        table, Column.of("stars", ColumnType.builtin("integer")).withDefault(Samples.expression("0"))));
        MigrationDraft draft = MigrationDraft.of(before, Samples.compiled(after), Set.of());
        apply(draft);
        assertThat(draft.steps()).hasSize(1);
        assertThat(values("SELECT sum(stars) FROM note")).containsExactly("0");
    }

    @Test
    void columnBecomesNotNullByWayOfACheck() throws SQLException {
        Schema after = with(before, NOTE, table -> swap(table, Column.of("body", TEXT)));
        apply(MigrationDraft.of(before, told(after, "body", "''"), Set.of()));
        assertThat(values("SELECT DISTINCT body FROM note ORDER BY 1")).containsExactly("", "x");
    }

    @Test
    void indexesAndKeysAreBuiltOutsideTransactions() throws SQLException {
        Schema after = with(before, NOTE, table -> {
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.add(Index.of("note_body_idx", "btree", List.of(IndexKey.column("body"))));
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            constraints.add(new Constraint.Unique(
                    "note_plan_id_body_key",
                    List.of("organization_id", "plan_id", "body"),
                    false,
                    Deferrability.INITIALLY_DEFERRED));
            return table.withIndexes(indexes).withConstraints(constraints);
        });
        MigrationDraft draft = MigrationDraft.of(before, Samples.compiled(after), Set.of());
        apply(draft);
        assertThat(statements(draft))
                .filteredOn(statement -> statement.sql().contains("INDEX CONCURRENTLY"))
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.mode()).isEqualTo(StepMode.NO_TRANSACTION));
        assertThat(values("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).containsExactly("0");
        assertThat(values("SELECT condeferred FROM pg_constraint WHERE conname = 'note_plan_id_body_key'"))
                .containsExactly("t");
    }

    @Test
    void constraintsAreAddedThenValidatedInSeparateSteps() throws SQLException {
        Schema after = with(before, PLAN, table -> {
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            constraints.add(new Constraint.Check("plan_title_length_check", "length(title) < 100", true));
            return table.withConstraints(constraints);
        });
        MigrationDraft draft = MigrationDraft.of(before, Samples.compiled(after), Set.of());
        apply(draft);
        assertThat(draft.steps()).hasSize(2);
        assertThat(values("SELECT convalidated FROM pg_constraint WHERE conname = 'plan_title_length_check'"))
                .containsExactly("t");
    }

    @Test
    void replacedConstraintsAndIndexesKeepTheirNames() throws SQLException {
        Schema after = with(
                before,
                PLAN,
                table -> table.withConstraints(table.constraints().stream()
                                .map(constraint -> constraint.name().equals("plan_title_check")
                                        ? new Constraint.Check("plan_title_check", "title <> ' '", true)
                                        : constraint)
                                .toList())
                        .withIndexes(List.of(Index.of(
                                "plan_status_idx",
                                "btree",
                                List.of(IndexKey.column("status"), IndexKey.column("title"))))));
        apply(MigrationDraft.of(before, Samples.compiled(after), Set.of()));
        assertThat(values("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'plan_title_check'"))
                .containsExactly("CHECK ((title <> ' '::text))");
        assertThat(values("SELECT pg_get_indexdef('plan_status_idx'::regclass)"))
                .containsExactly("CREATE INDEX plan_status_idx ON public.plan USING btree (status, title)");
    }

    @Test
    void newLabelsKeepTheirPlaceAndCommitBeforeTheyAreUsed() throws SQLException {
        Schema labels = before.withEnums(
                List.of(new EnumType(STATUS, List.of("new", "draft", "ready", "active", "done"), Optional.empty())));
        Schema after = with(
                labels,
                PLAN,
                table -> swap(table, table.column("status").orElseThrow().withDefault(Samples.expression("'new'"))));
        apply(MigrationDraft.of(before, Samples.compiled(after), Set.of()));
        assertThat(values("SELECT enumlabel FROM pg_enum ORDER BY enumsortorder"))
                .containsExactly("new", "draft", "ready", "active", "done");
        run("INSERT INTO plan (organization_id, title) SELECT id, 'q' FROM organization");
        assertThat(values("SELECT DISTINCT status FROM plan WHERE title = 'q'")).containsExactly("new");
    }

    @Test
    void declaredRenamesKeepRowsAndTakeKeysIndexesAndReferencesWithThem() throws SQLException {
        Schema after = Samples.renamed(before);
        MigrationHints hints = new MigrationHints(
                Map.of(
                        ObjectPath.table(Samples.PROJECT), "plan",
                        ObjectPath.column(Samples.PROJECT, "label"), "title"),
                Map.of(),
                Map.of());
        CompiledSnapshot compiled = new CompiledSnapshot(after, hints, Map.of());
        MigrationDraft draft = MigrationDraft.of(before, compiled, Set.of());
        assertThat(draft.findings()).isEmpty();
        apply(draft);
        assertThat(statements(draft))
                .allSatisfy(statement -> assertThat(statement.sql()).contains("RENAME"));
        assertThat(values("SELECT count(*) FROM project WHERE label = 'p'")).containsExactly("3");
        assertThat(MigrationDraft.of(after, compiled, Set.of()).isEmpty())
                .as("a rename that was applied has no effect any more")
                .isTrue();
    }

    @Test
    void referenceFromANewTableTakesOnlyABriefLockOnTheOldOne() throws SQLException {
        List<Table> tables = new ArrayList<>(before.tables());
        tables.add(Table.of(Samples.PROJECT, List.of(Samples.id(), Column.of("organization_id", Samples.UUID)))
                .withConstraints(List.of(
                        Samples.key(Samples.PROJECT, "id"),
                        Samples.reference(Samples.PROJECT, "organization_id", ORGANIZATION))));
        Schema after = before.withTables(tables);
        MigrationDraft draft = MigrationDraft.of(before, Samples.compiled(after), Set.of());
        apply(draft);
        assertThat(draft.steps()).hasSize(2);
        assertThat(draft.steps().get(1).statements())
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.hazard()).isEqualTo("SHARE ROW EXCLUSIVE on organization; metadata only"));
    }

    private static List<Statement> statements(MigrationDraft draft) {
        return draft.steps().stream()
                .flatMap(step -> step.statements().stream())
                .toList();
    }

    private static CompiledSnapshot told(Schema schema, String column, String sql) {
        MigrationHints hints = new MigrationHints(Map.of(), Map.of(ObjectPath.column(NOTE, column), sql), Map.of());
        return new CompiledSnapshot(schema, hints, Map.of());
    }

    private void apply(MigrationDraft draft) throws SQLException {
        assertThat(draft.findings()).isEmpty();
        for (Step step : draft.steps()) {
            connection.setAutoCommit(step.mode() != StepMode.TRANSACTION);
            for (Statement statement : step.statements()) {
                run(statement.sql());
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }

    private void run(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new SQLException(failed.getMessage() + "\n" + sql, failed.getSQLState(), failed);
        }
    }

    private List<String> values(String query) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
