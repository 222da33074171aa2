package dev.tenon.schema.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever makes a value unique is reported if it does so only within each tenant from now on. */
class UniquePerTenantTest {

    private static final QualifiedName NAME = QualifiedName.parse("project");
    private static final IndexKey LOWERED = IndexKey.expression("lower(title)");
    private static final IndexKey TITLE = IndexKey.column("title");

    @Test
    void uniqueIndexesOverExpressionsAndSomeRowsCount() {
        assertThat(reported(index(Optional.empty(), LOWERED))).containsExactly("index project.i");
        assertThat(reported(index(Optional.of("title  <> ''"), TITLE))).containsExactly("index project.i");
        assertThat(reported(index(Optional.of("title <> ''"), LOWERED, TITLE))).containsExactly("index project.i");
    }

    @Test
    void aUniquenessThatStaysIsNone() {
        Table before = table().withIndexes(List.of(index(Optional.of("title <> ''"), TITLE)));
        Table after = table().withIndexes(List.of(led(index(Optional.of("title <> ''"), TITLE))));
        Index all = index(Optional.empty(), TITLE).withName("all");
        assertThat(findings(before, withIndexes(after, all))).isEmpty();
        Index others = index(Optional.of("title <> 'a'"), TITLE).withName("others");
        assertThat(findings(before, withIndexes(after, others))).hasSize(1);
        assertThat(findings(after, before)).isEmpty();
    }

    @Test
    void exclusionsCount() {
        Table before = table().withConstraints(List.of(exclusion("title =", "during &&")));
        Table after = table().withConstraints(List.of(exclusion("organization_id =", "title =", "during &&")));
        assertThat(findings(before, after)).containsExactly("constraint project.e");
        assertThat(findings(before, table().withConstraints(List.of(exclusion("title =", "during =")))))
                .isEmpty();
        assertThat(findings(after, before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text, , 1", "varchar, , 1", "text, gen_random_uuid()::text, 0", "uuid, , 0", "bigint, , 0"})
    void aPrimaryKeyOfWordsCounts(String type, String generated, int expected) {
        Column code = Column.of("code", ColumnType.parse(type))
                .withDefault(Optional.ofNullable(generated).map(ColumnDefault.Expression::new));
        Table keyed = table().withColumns(List.of(code, Column.of("organization_id", ColumnType.builtin("uuid"))));
        assertThat(findings(key(keyed, "code"), key(keyed, "organization_id", "code")))
                .hasSize(expected);
        assertThat(findings(key(keyed, "code"), key(keyed, "code"))).isEmpty();
    }

    private static Table key(Table table, String... columns) {
        return table.withConstraints(List.of(new Constraint.PrimaryKey("project_pkey", List.of(columns))));
    }

    private static List<String> reported(Index index) {
        return findings(table().withIndexes(List.of(index)), table().withIndexes(List.of(led(index))));
    }

    private static Table withIndexes(Table table, Index more) {
        List<Index> all = new ArrayList<>(table.indexes());
        all.add(more);
        return table.withIndexes(all);
    }

    private static Index led(Index index) {
        List<IndexKey> keys = new ArrayList<>(List.of(IndexKey.column("organization_id")));
        keys.addAll(index.keys());
        return index.withKeys(keys);
    }

    private static Index index(Optional<String> where, IndexKey... keys) {
        return Index.of("i", "btree", List.of(keys)).withUnique(true).withWhere(where);
    }

    private static Constraint exclusion(String... elements) {
        return new Constraint.Exclusion(
                "e",
                "gist",
                Arrays.stream(elements)
                        .map(element -> element.split(" "))
                        .map(parts -> new ExclusionElement(IndexKey.column(parts[0]), parts[1]))
                        .toList(),
                Optional.empty(),
                Deferrability.NOT_DEFERRABLE);
    }

    private static Table table() {
        return Table.of(
                        NAME,
                        List.of(
                                Column.of("title", ColumnType.builtin("text")),
                                Column.of("during", ColumnType.builtin("daterange")),
                                Column.of("organization_id", ColumnType.builtin("uuid"))))
                .withTenantScope(new TenantScope.Scoped("organization_id"));
    }

    private static List<String> findings(Table before, Table after) {
        List<Finding> findings = new ArrayList<>();
        PlanContext context = new PlanContext(
                Schema.EMPTY.withTables(List.of(before)), Schema.EMPTY.withTables(List.of(after)), MigrationHints.NONE);
        new UniquePerTenant().check(List.of(), context, findings::add);
        return findings.stream().map(finding -> finding.at().toString()).toList();
    }
}
