package dev.tenon.schema.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A routine whose results are stored is not replaced silently. */
class StaleResultsTest {

    @Test
    void anIndexKeepsNoResultsOfAnOldDefinitionUnlessAccepted() {
        Schema before = schema("slug(title)", slug("lower(t)"));
        Schema after = schema("slug(title)", slug("upper(t)"));
        List<Finding> findings = draft(before, after, Set.of()).findings();
        assertThat(findings).extracting(Finding::code).containsExactly("TN416");
        assertThat(findings.get(0).message()).contains("index post.post_slug");
        assertThat(draft(before, after, Set.of("keep-results:slug")).findings()).isEmpty();
    }

    @Test
    void aRoutineWhoseResultsAreNotStoredIsReplaced() {
        assertThat(draft(schema("title", slug("lower(t)")), schema("title", slug("upper(t)")), Set.of())
                        .findings())
                .isEmpty();
    }

    @Test
    void anIndexThatIsBuiltAnewKeepsNothing() {
        assertThat(draft(schema("slug(title)", slug("lower(t)")), schema("lower(title)", slug("upper(t)")), Set.of())
                        .findings())
                .isEmpty();
    }

    private static MigrationDraft draft(Schema before, Schema after, Set<String> accepted) {
        return MigrationDraft.of(before, new CompiledSnapshot(after, MigrationHints.NONE, Map.of()), accepted);
    }

    private static Schema schema(String key, SqlObject object) {
        Column title = Column.of("title", ColumnType.builtin("text"));
        Table post = Table.of(QualifiedName.parse("post"), List.of(title))
                .withIndexes(List.of(Index.of("post_slug", "btree", List.of(IndexKey.expression(key)))));
        return Schema.EMPTY.withTables(List.of(post)).withObjects(List.of(object));
    }

    private static SqlObject slug(String body) {
        return new SqlObject(
                QualifiedName.parse("slug"),
                "CREATE OR REPLACE FUNCTION public.slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT " + body
                        + "'",
                "DROP FUNCTION public.slug(text)",
                true,
                List.of(),
                Optional.empty());
    }
}
