package dev.tenon.schema.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that reads columns that the new primary key does not determine is found while compiling. */
class UngroupedColumnTest {

    private static final String REFUSED = "TN423";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT p.name FROM project p GROUP BY p.id",
                "SELECT name FROM public.project GROUP BY id",
                "SELECT p.id, lower(p.name) AS n FROM project AS p GROUP BY 1",
                "SELECT p.id AS key, p.name FROM project p GROUP BY key",
                "SELECT p.* FROM project p GROUP BY p.id",
                "SELECT * FROM project GROUP BY project.id",
                "SELECT row_to_json(p) AS r FROM project p GROUP BY p.id",
                "SELECT p.id FROM project p GROUP BY p.id HAVING p.name <> ''",
                "SELECT p.id FROM project p GROUP BY p.id ORDER BY p.name",
                "SELECT sum(p.size) OVER (PARTITION BY p.id) AS s FROM project p GROUP BY p.id",
                "SELECT p.name, count(t.id) AS n FROM (task t JOIN project p ON ((p.id = t.project_id))) GROUP BY p.id",
                "SELECT (SELECT max(t.id) FROM task t WHERE t.title = p.name) AS m FROM project p GROUP BY p.id",
                "SELECT x.name FROM (SELECT p.name FROM project p GROUP BY (p.id)) x",
                "SELECT t.id FROM task t UNION ALL SELECT p.size FROM project p GROUP BY p.id",
            })
    void aQueryThatRestsOnTheOldKeyIsRefused(String sql) {
        assertThat(codes(sql)).containsExactly(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT p.name FROM project p GROUP BY p.org_id, p.id",
                "SELECT p.name FROM project p GROUP BY p.id, p.name",
                "SELECT p.id, count(*) AS n, max(p.name) AS m FROM project p GROUP BY p.id",
                "SELECT p.id, sum(p.size) FILTER (WHERE p.name <> '') AS s FROM project p GROUP BY p.id",
                "SELECT p.id AS name FROM project p GROUP BY p.id ORDER BY name",
                "SELECT lower(p.name) AS n, p.id FROM project p GROUP BY lower(p.name), p.id",
                "SELECT t.title FROM project p JOIN task t ON t.project_id = p.id GROUP BY p.id, t.title",
                "SELECT t.id FROM task t WHERE t.title IN (SELECT name FROM project)",
                "SELECT (SELECT max(p.name) FROM project p) AS m FROM project p GROUP BY p.id",
                "WITH project AS (SELECT 1 AS id, 'a' AS name) SELECT id, max(name) AS m FROM project GROUP BY id",
                "SELECT extract(year FROM max(now())) AS y, p.id FROM project p GROUP BY p.id",
                "SELECT p.id::bigint AS size, count(*) name FROM project p GROUP BY p.id",
                "SELECT p.name FROM task t JOIN project p ON p.id = t.project_id GROUP BY t.id, p.name",
            })
    void aQueryThatTheNewKeyDeterminesStays(String sql) {
        assertThat(codes(sql)).isEmpty();
    }

    @Test
    void aRoutineWithAParsedBodyIsRefused() {
        SqlObject names = new SqlObject(
                QualifiedName.parse("names"),
                "CREATE FUNCTION names() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC"
                        + " SELECT p.name FROM project p GROUP BY p.id; END",
                "DROP FUNCTION names()",
                false,
                List.of(),
                Optional.empty());
        Schema before = schema("id").withObjects(List.of(names));
        Schema after = schema("org_id", "id").withObjects(List.of(names));
        assertThat(draft(before, after, Set.of()).findings())
                .extracting(Finding::code)
                .contains(REFUSED);
    }

    @Test
    void aViewOnAKeyThatIsRemovedIsRefused() {
        View view = view("SELECT p.name FROM project p GROUP BY p.id");
        Schema before = schema("id").withViews(List.of(view));
        Schema after = schema().withViews(List.of(view));
        assertThat(draft(before, after, Set.of()).findings())
                .extracting(Finding::code)
                .containsExactly(REFUSED);
    }

    @Test
    void anAggregateThatTenonDoesNotKnowIsAccepted() {
        View view = view("SELECT st_union(p.name) AS u FROM project p GROUP BY p.id");
        Schema before = schema("id").withViews(List.of(view));
        Schema after = schema("org_id", "id").withViews(List.of(view));
        assertThat(draft(before, after, Set.of()).findings())
                .extracting(Finding::acceptance)
                .containsExactly(Optional.of("grouped:report"));
        assertThat(draft(before, after, Set.of("grouped:report")).findings()).isEmpty();
    }

    private static List<String> codes(String sql) {
        View view = view(sql);
        Schema before = schema("id").withViews(List.of(view));
        Schema after = schema("org_id", "id").withViews(List.of(view));
        return draft(before, after, Set.of()).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static View view(String sql) {
        return View.of(QualifiedName.parse("report"), List.of("c"), sql);
    }

    private static MigrationDraft draft(Schema before, Schema after, Set<String> accepted) {
        return MigrationDraft.of(before, new CompiledSnapshot(after, MigrationHints.NONE, Map.of()), accepted);
    }

    private static Schema schema(String... key) {
        Table project = table("project", "id", "org_id", "name", "size");
        if (key.length > 0) {
            project = project.withConstraints(List.of(new Constraint.PrimaryKey("project_pkey", List.of(key))));
        }
        Table task = table("task", "id", "project_id", "title")
                .withConstraints(List.of(new Constraint.PrimaryKey("task_pkey", List.of("id"))));
        return new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                List.of(),
                new ArrayList<>(List.of(project, task)),
                Optional.empty());
    }

    private static Table table(String name, String... columns) {
        return Table.of(
                QualifiedName.parse(name),
                Stream.of(columns)
                        .map(each -> Column.of(each, ColumnType.builtin("integer")))
                        .toList());
    }
}
