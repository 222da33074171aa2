package dev.tenon.schema.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A routine of another signature takes the place of one that tables use, or is refused at once. */
class UnreplaceableObjectTest {

    private static final QualifiedName ITEM = QualifiedName.parse("item");

    @Test
    void theOldRoutineKeepsItsUsesUnderAnotherNameUntilTheyUseTheNewOne() {
        MigrationDraft draft = draft(indexed(), price("integer"), price("bigint"));
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.steps().stream()
                        .flatMap(step -> step.statements().stream())
                        .map(Statement::sql))
                .containsSubsequence(
                        "ALTER FUNCTION public.price(integer) RENAME TO price_tenon_old",
                        price("bigint").create(),
                        "CREATE INDEX CONCURRENTLY item_price_tenon_new ON public.item ((price(n)))",
                        "DROP INDEX CONCURRENTLY public.item_price",
                        "ALTER INDEX public.item_price_tenon_new RENAME TO item_price",
                        "DROP FUNCTION public.price_tenon_old(integer)");
    }

    @Test
    void callersFindARoutineOfTheNameAtAnyTime() {
        Step first = draft(indexed(), price("integer"), price("bigint")).steps().get(0);
        assertThat(first.statements())
                .extracting(Statement::sql)
                .contains("ALTER FUNCTION public.price(integer) RENAME TO price_tenon_old", price("bigint").create());
    }

    @Test
    void aGeneratedColumnOfTheNewRoutineNeedsAcceptance() {
        Table table = Table.of(
                ITEM,
                List.of(
                        Column.of("n", ColumnType.builtin("integer")),
                        Column.of("p", ColumnType.builtin("bigint"))
                                .withDefault(Optional.of(new ColumnDefault.Generated("price(n)")))));
        assertThat(draft(table, price("integer"), price("bigint")).findings())
                .extracting(Finding::acceptance)
                .containsExactly(Optional.of("compute-column:item.p"));
    }

    @Test
    void oneOfSeveralRoutinesOfTheNameIsRefused() {
        assertRefused(
                draft(indexed(), price("integer"), price("bigint"), text("public.price(t text)")),
                "several routines of this name");
    }

    @Test
    void aRoutineOfAPartitionKeyIsRefused() {
        Table table = Table.of(ITEM, List.of(Column.of("n", ColumnType.builtin("integer"))))
                .withPartitioning(Optional.of(new Partitioning(
                        PartitionStrategy.RANGE, List.of(IndexKey.expression("price(n)")), List.of(), false)));
        assertRefused(draft(table, price("integer"), price("bigint")), "the partition key of table item");
    }

    @Test
    void aRoutineThatAParsedBodyCallsIsRefused() {
        SqlObject caller = object(
                "total",
                "CREATE FUNCTION public.total(n integer) RETURNS bigint LANGUAGE sql RETURN price(n)",
                "DROP FUNCTION public.total(integer)");
        assertRefused(draft(indexed(), price("integer"), price("bigint"), caller), "SQL-defined object total uses it");
    }

    @Test
    void aTextSearchConfigurationInUseKeepsItsParser() {
        Table table = Table.of(ITEM, List.of(Column.of("t", ColumnType.builtin("text"))))
                .withIndexes(List.of(Index.of(
                        "item_words", "gin", List.of(IndexKey.expression("to_tsvector('public.c'::regconfig, t)")))));
        assertRefused(
                draft(table, configuration("PARSER = \"default\""), configuration("COPY = simple")),
                "index item.item_words uses it");
    }

    private static void assertRefused(MigrationDraft draft, String reason) {
        assertThat(draft.findings()).extracting(Finding::code).contains("TN417");
        assertThat(draft.findings()).anyMatch(finding -> finding.message().contains(reason));
    }

    private static MigrationDraft draft(Table table, SqlObject before, SqlObject after, SqlObject... more) {
        return MigrationDraft.of(
                schema(table, before, more),
                new CompiledSnapshot(schema(table, after, more), MigrationHints.NONE, Map.of()),
                Set.of());
    }

    private static Schema schema(Table table, SqlObject object, SqlObject... more) {
        List<SqlObject> objects = new ArrayList<>(List.of(more));
        objects.add(object);
        return Schema.EMPTY.withTables(List.of(table)).withObjects(objects);
    }

    private static Table indexed() {
        return Table.of(ITEM, List.of(Column.of("n", ColumnType.builtin("integer"))))
                .withIndexes(List.of(Index.of("item_price", "btree", List.of(IndexKey.expression("price(n)")))));
    }

    private static SqlObject price(String result) {
        return object(
                "price",
                "CREATE FUNCTION public.price(n integer) RETURNS " + result + " LANGUAGE sql IMMUTABLE AS 'SELECT n'",
                "DROP FUNCTION public.price(integer)");
    }

    private static SqlObject text(String signature) {
        return object(
                "price_of_text",
                "CREATE FUNCTION " + signature + " RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1'",
                "DROP FUNCTION public.price(text)");
    }

    private static SqlObject configuration(String source) {
        return object(
                "c",
                "CREATE TEXT SEARCH CONFIGURATION public.c (" + source + ")",
                "DROP TEXT SEARCH CONFIGURATION public.c");
    }

    private static SqlObject object(String name, String create, String drop) {
        return new SqlObject(QualifiedName.parse(name), create, drop, true, List.of(), Optional.empty());
    }
}
