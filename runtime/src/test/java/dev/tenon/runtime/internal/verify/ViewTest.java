package dev.tenon.runtime.internal.verify;

import static dev.tenon.runtime.internal.verify.SchemaEvolution.statements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.internal.generate.MigrationDraft;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Views are created, changed and dropped by migrations, with their grants and comments, and follow changes of their
 * tables; verify reports every manual change.
 */
@SuppressWarnings("NullAway.Init")
class ViewTest {

    private static final QualifiedName PLAN = QualifiedName.parse("plan");
    private static final QualifiedName OPEN = QualifiedName.parse("open_plan");
    private static final QualifiedName COUNT = QualifiedName.parse("plan_count");
    private static final ColumnType INTEGER = ColumnType.builtin("integer");
    private static final ColumnType BIGINT = ColumnType.builtin("bigint");
    private static final ColumnType TEXT = ColumnType.builtin("text");

    private Scratch scratch;
    private SchemaEvolution database;

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void viewsComeChangeAndGo(int version) throws SQLException {
        start(version);
        database.to(schema(plan(), open(), count()));
        assertThat(scratch.text("SELECT reloptions::text FROM pg_class WHERE relname = 'open_plan'"))
                .isEqualTo("{security_invoker=true}");
        View wider = View.of(OPEN, List.of("id", "title", "stars"), "SELECT id, title, stars FROM plan WHERE NOT done")
                .withGrants(readers());
        assertThat(statements(database.to(schema(plan(), wider, count()))))
                .singleElement()
                .asString()
                .startsWith("CREATE OR REPLACE VIEW public.open_plan ");
        View narrower = View.of(OPEN, List.of("id", "title"), "SELECT title, id FROM plan WHERE NOT done")
                .withGrants(readers());
        MigrationDraft rebuilt = database.to(
                schema(plan(), narrower, count()), MigrationHints.NONE, Set.of("drop-column:open_plan.stars"));
        assertThat(rebuilt.steps()).hasSize(1);
        assertThat(statements(rebuilt))
                .extracting(ViewTest::head)
                .containsExactly(
                        "DROP VIEW public.plan_count",
                        "DROP VIEW public.open_plan",
                        "CREATE VIEW public.open_plan",
                        "GRANT SELECT ON TABLE public.open_plan TO " + scratch.role("app"),
                        "CREATE VIEW public.plan_count",
                        "COMMENT ON VIEW public.plan_count IS 'how many'",
                        "COMMENT ON COLUMN public.plan_count.n IS 'the number'");
        database.to(schema(plan()), MigrationHints.NONE, Set.of("drop-view:open_plan", "drop-view:plan_count"));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 17})
    void aViewGoesAndComesBackAroundANewTypeOfAColumn(int version) throws SQLException {
        start(version);
        database.to(schema(plan(), open(), count()));
        MigrationDraft draft = database.to(schema(plan(Column.of("id", BIGINT)), open(), count()));
        List<String> moment = draft.steps().get(draft.steps().size() - 1).statements().stream()
                .map(statement -> head(statement.sql()))
                .toList();
        assertThat(moment)
                .startsWith("DROP VIEW public.plan_count", "DROP VIEW public.open_plan")
                .contains("ALTER TABLE public.plan DROP COLUMN id")
                .containsSubsequence(
                        "ALTER TABLE public.plan RENAME COLUMN id_tenon_new TO id", "CREATE VIEW public.open_plan");
    }

    /** Returns the beginning of a statement: the action and the object. */
    private static String head(String sql) {
        return sql.replaceAll("(?s)( WITH| AS\\n| TYPE ).*", "");
    }

    private void start(int version) throws SQLException {
        scratch = Scratch.create(version);
        database = new SchemaEvolution(scratch);
    }

    private View open() {
        return View.of(OPEN, List.of("id", "title"), "SELECT id, title FROM plan WHERE NOT done")
                .withGrants(readers());
    }

    private static View count() {
        return View.of(COUNT, List.of("n"), "SELECT count(*) AS n FROM open_plan")
                .withComment(Optional.of("how many"))
                .withColumns(List.of(new ViewColumn("n", Optional.of("the number"))));
    }

    private List<Grant> readers() {
        return List.of(new Grant(scratch.role("app"), List.of(Privilege.SELECT)));
    }

    private static Table plan(Column... others) {
        List<Column> columns = new java.util.ArrayList<>(List.of(
                Column.of("id", INTEGER),
                Column.of("title", TEXT),
                Column.of("stars", INTEGER),
                Column.of("done", ColumnType.builtin("boolean"))));
        for (Column other : others) {
            columns.replaceAll(column -> column.name().equals(other.name()) ? other : column);
        }
        return Table.of(PLAN, columns).withConstraints(List.of(new Constraint.PrimaryKey("plan_pkey", List.of("id"))));
    }

    private Schema schema(Table table, View... views) {
        return new Schema(
                        List.of(new Role(scratch.role("app"))),
                        List.of(new Namespace("public", List.of())),
                        List.of(),
                        List.of(),
                        List.of(table),
                        Optional.empty())
                .withViews(List.of(views));
    }
}
