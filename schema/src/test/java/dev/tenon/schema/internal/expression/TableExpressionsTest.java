package dev.tenon.schema.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every expression of a table is visited, and only expressions are rewritten. */
class TableExpressionsTest {

    private static final Table TABLE = table(
            "default_sql",
            "generated_sql",
            "check_sql",
            "exclusion_where",
            "exclusion_key",
            "index_where",
            "index_key",
            "partition_key",
            "using_sql",
            "with_check_sql");

    @Test
    void everyExpressionIsVisitedWithItsObject() {
        List<String> visited = new ArrayList<>();
        TableExpressions.forEach(TABLE, (at, kind, sql) -> visited.add(at + " " + kind + " " + sql));
        assertThat(visited)
                .containsExactly(
                        "column plan.a DEFAULT default_sql",
                        "column plan.b GENERATED generated_sql",
                        "constraint plan.plan_check CHECK check_sql",
                        "index plan.plan_idx PREDICATE index_where",
                        "index plan.plan_idx KEY index_key",
                        "constraint plan.plan_excl PREDICATE exclusion_where",
                        "constraint plan.plan_excl KEY exclusion_key",
                        "table plan PARTITION_KEY partition_key",
                        "policy plan.plan_policy USING using_sql",
                        "policy plan.plan_policy WITH_CHECK with_check_sql");
    }

    @Test
    void nothingElseIsRewritten() {
        assertThat(TableExpressions.map(TABLE, (at, kind, sql) -> "new_" + sql))
                .isEqualTo(table(
                        "new_default_sql",
                        "new_generated_sql",
                        "new_check_sql",
                        "new_exclusion_where",
                        "new_exclusion_key",
                        "new_index_where",
                        "new_index_key",
                        "new_partition_key",
                        "new_using_sql",
                        "new_with_check_sql"));
    }

    @Test
    void aDefaultReadsNoColumns() {
        assertThat(TableExpressions.mapOverRow(TABLE, sql -> "new_" + sql))
                .isEqualTo(table(
                        "default_sql",
                        "new_generated_sql",
                        "new_check_sql",
                        "new_exclusion_where",
                        "new_exclusion_key",
                        "new_index_where",
                        "new_index_key",
                        "new_partition_key",
                        "new_using_sql",
                        "new_with_check_sql"));
    }

    private static Table table(String... sql) {
        ColumnType text = ColumnType.builtin("text");
        return Table.of(
                        QualifiedName.parse("plan"),
                        List.of(
                                Column.of("a", text).withDefault(Optional.of(new ColumnDefault.Expression(sql[0]))),
                                Column.of("b", text).withDefault(Optional.of(new ColumnDefault.Generated(sql[1])))))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("plan_pkey", List.of("a")),
                        new Constraint.Check("plan_check", sql[2], true),
                        new Constraint.Exclusion(
                                "plan_excl",
                                "gist",
                                List.of(
                                        new ExclusionElement(IndexKey.column("a"), "="),
                                        new ExclusionElement(IndexKey.expression(sql[4]), "&&")),
                                Optional.of(sql[3]),
                                Deferrability.NOT_DEFERRABLE)))
                .withIndexes(List.of(
                        Index.of("plan_idx", "btree", List.of(IndexKey.column("a"), IndexKey.expression(sql[6])))
                                .withWhere(Optional.of(sql[5]))))
                .withPartitioning(Optional.of(new Partitioning(
                        PartitionStrategy.HASH,
                        List.of(IndexKey.expression(sql[7]), IndexKey.column("a")),
                        List.of(),
                        false)))
                .withRowSecurity(
                        RowSecurity.ENABLED,
                        List.of(new Policy(
                                "plan_policy",
                                Policy.Command.ALL,
                                true,
                                List.of("public"),
                                Optional.of(sql[8]),
                                Optional.of(sql[9]))));
    }
}
