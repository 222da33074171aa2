package dev.tenon.schema.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stores results of a routine or text search object is computed again when its definition changes. */
class StaleResultsTest {

    private static final QualifiedName POST = QualifiedName.parse("post");

    private static final String LOCK = "DO $tenon$BEGIN LOCK TABLE public.post IN SHARE MODE; END$tenon$";

    @Test
    void anIndexIsBuiltAgainBesideTheOldOne() {
        assertThat(sql(Set.of(), indexed("slug(title)"), slug("lower(t)"), slug("upper(t)")))
                .containsSubsequence(
                        slug("upper(t)").create(),
                        "CREATE INDEX CONCURRENTLY post_slug_tenon_new ON public.post ((slug(title)))",
                        "DROP INDEX CONCURRENTLY public.post_slug",
                        "ALTER INDEX public.post_slug_tenon_new RENAME TO post_slug");
    }

    @Test
    void acceptedResultsAreKept() {
        assertThat(sql(Set.of("keep-results:slug"), indexed("slug(title)"), slug("lower(t)"), slug("upper(t)")))
                .containsExactly(
                        "SET check_function_bodies = off", slug("upper(t)").create(), "RESET check_function_bodies");
    }

    @Test
    void nothingElseIsBuiltAgain() {
        assertThat(sql(Set.of(), indexed("title"), slug("lower(t)"), slug("upper(t)")))
                .hasSize(3);
        assertThat(sql(Set.of(), indexed("slug(title)"), slug("lower(t)"), slug(" lower ( t ) ")))
                .noneMatch(sql -> sql.contains("INDEX"));
    }

    @Test
    void anIndexThatIsBuiltAnewAnywayIsBuiltOnce() {
        assertThat(sql(Set.of(), indexed("slug(title)"), slug("lower(t)"), indexed("slug(lower(title))"), slug("t")))
                .filteredOn(sql -> sql.startsWith("CREATE INDEX"))
                .hasSize(1);
    }

    @Test
    void aRoutineThatCallsTheChangedOneHasOtherResults() {
        SqlObject outer = routine("outer_slug", "public.slug(t)");
        assertThat(sql(Set.of(), indexed("outer_slug(title)"), slug("lower(t)"), slug("upper(t)"), outer))
                .anyMatch(sql -> sql.startsWith("CREATE INDEX CONCURRENTLY"));
    }

    @Test
    void aCheckIsValidatedAgain() {
        Table checked = post().withConstraints(List.of(new Constraint.Check("post_check", "slug(title) <> ''", true)));
        assertThat(sql(Set.of(), checked, slug("lower(t)"), slug("upper(t)")))
                .containsSubsequence(
                        "ALTER TABLE public.post ADD CONSTRAINT post_check_tenon_new CHECK (slug(title) <> '') NOT VALID",
                        "ALTER TABLE public.post VALIDATE CONSTRAINT post_check_tenon_new",
                        "ALTER TABLE public.post DROP CONSTRAINT post_check",
                        "ALTER TABLE public.post RENAME CONSTRAINT post_check_tenon_new TO post_check");
    }

    @Test
    void aGeneratedColumnIsComputedAgainAfterStatementsWithTheOldDefinitionEnd() {
        assertThat(sql(Set.of(), computed("slug(title)"), slug("lower(t)"), slug("upper(t)")))
                .containsSubsequence(slug("upper(t)").create(), LOCK, """
                        UPDATE public.post SET title = title
                        WHERE ROW(slug)::record *<> ROW((slug(title))::text)::record
                          AND ctid BETWEEN '(0,0)' AND '(4294967294,65535)'""");
    }

    @Test
    void whatCannotBeComputedAgainNeedsAcceptance() {
        Table table = computed("slug('constant')");
        List<Finding> findings = draft(schema(table, slug("lower(t)")), schema(table, slug("upper(t)")), Set.of())
                .findings();
        assertThat(findings).extracting(Finding::code).containsExactly("TN416");
        assertThat(findings.get(0).message()).contains("generated column post.slug");
        assertThat(sql(Set.of("keep-results:slug"), table, slug("lower(t)"), slug("upper(t)")))
                .hasSize(3);
    }

    @Test
    void mappingsOfATextSearchConfigurationAreAlteredAndVectorsComputedAgain() {
        SqlObject before = configuration("ADD MAPPING FOR asciiword, word, email WITH german_stem");
        SqlObject after = configuration(
                "ADD MAPPING FOR word, asciiword WITH simple; ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR"
                        + " numword WITH public.syn, simple");
        assertThat(sql(Set.of(), computed("to_tsvector('public.c', title)"), before, after))
                .containsSubsequence(
                        "ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR asciiword, word WITH simple",
                        "ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING IF EXISTS FOR email",
                        "ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR numword WITH public.syn, simple",
                        LOCK);
    }

    @Test
    void optionsOfADictionaryAreAltered() {
        SqlObject before = dictionary("TEMPLATE = snowball, Language = german, StopWords = german");
        SqlObject after = dictionary("TEMPLATE = snowball, Language = english");
        SqlObject using = configuration("ADD MAPPING FOR word WITH public.d");
        assertThat(sql(Set.of(), indexed("to_tsvector('c', title)"), before, after, using))
                .containsSubsequence(
                        "ALTER TEXT SEARCH DICTIONARY public.d (language = english, stopwords)",
                        "DROP INDEX CONCURRENTLY public.post_slug");
    }

    @Test
    void removedStatementsAreUndone() {
        SqlObject before = with(
                slug("t"),
                "; COMMENT ON FUNCTION public.slug(text) IS 'x'; GRANT EXECUTE ON FUNCTION"
                        + " public.slug(text) TO app");
        assertThat(sql(Set.of(), post(), before, slug("t")))
                .containsExactly(
                        "COMMENT ON FUNCTION public.slug(text) IS NULL",
                        "REVOKE EXECUTE ON FUNCTION public.slug(text) FROM app");
    }

    private static List<String> sql(
            Set<String> accepted, Table table, SqlObject before, SqlObject after, SqlObject... more) {
        return sql(accepted, table, before, table, after, more);
    }

    private static List<String> sql(
            Set<String> accepted, Table before, SqlObject old, Table after, SqlObject now, SqlObject... more) {
        MigrationDraft draft = draft(schema(before, plus(old, more)), schema(after, plus(now, more)), accepted);
        assertThat(draft.findings()).isEmpty();
        return draft.steps().stream()
                .flatMap(step -> step.statements().stream())
                .map(statement -> statement.sql())
                .toList();
    }

    private static SqlObject[] plus(SqlObject object, SqlObject... more) {
        List<SqlObject> all = new ArrayList<>(List.of(more));
        all.add(object);
        return all.toArray(SqlObject[]::new);
    }

    private static MigrationDraft draft(Schema before, Schema after, Set<String> accepted) {
        return MigrationDraft.of(before, new CompiledSnapshot(after, MigrationHints.NONE, Map.of()), accepted);
    }

    private static Schema schema(Table table, SqlObject... objects) {
        return Schema.EMPTY.withTables(List.of(table)).withObjects(List.of(objects));
    }

    private static Table post() {
        return Table.of(POST, List.of(Column.of("title", ColumnType.builtin("text"))));
    }

    private static Table indexed(String key) {
        return post().withIndexes(List.of(Index.of("post_slug", "btree", List.of(IndexKey.expression(key)))));
    }

    private static Table computed(String expression) {
        return post().withColumns(List.of(
                Column.of("title", ColumnType.builtin("text")),
                Column.of("slug", ColumnType.builtin("text"))
                        .withDefault(Optional.of(new ColumnDefault.Generated(expression)))));
    }

    private static SqlObject slug(String body) {
        return routine("slug", body);
    }

    private static SqlObject routine(String name, String body) {
        return object(
                name,
                "CREATE OR REPLACE FUNCTION public." + name + "(t text) RETURNS text LANGUAGE sql IMMUTABLE RETURN "
                        + body,
                "DROP FUNCTION public." + name + "(text)");
    }

    private static SqlObject configuration(String mapping) {
        return object(
                "c",
                "CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = \"default\"); ALTER TEXT SEARCH CONFIGURATION"
                        + " public.c " + mapping,
                "DROP TEXT SEARCH CONFIGURATION public.c");
    }

    private static SqlObject dictionary(String options) {
        return object(
                "d",
                "CREATE TEXT SEARCH DICTIONARY public.d (" + options + ")",
                "DROP TEXT SEARCH DICTIONARY public.d");
    }

    private static SqlObject with(SqlObject object, String statements) {
        return object.withCreate(object.create() + statements);
    }

    private static SqlObject object(String name, String create, String drop) {
        return new SqlObject(QualifiedName.parse(name), create, drop, true, List.of(), Optional.empty());
    }
}
