package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.List;

/** Takes over from a sample what the server printed, and leaves everything else of the expected table as it is. */
final class CanonicalExpressions {

    private CanonicalExpressions() {}

    static Table table(Table expected, Table printed) {
        List<Column> columns = expected.columns().stream()
                .map(column -> printed.column(column.name())
                        .map(other -> column(column, other))
                        .orElse(column))
                .toList();
        List<Constraint> constraints = expected.constraints().stream()
                .map(constraint -> KeyedLookup.find(printed.constraints(), constraint.name())
                        .map(other -> constraint(constraint, other))
                        .orElse(constraint))
                .toList();
        List<Index> indexes = expected.indexes().stream()
                .map(index -> KeyedLookup.find(printed.indexes(), index.name())
                        .map(other -> index(index, other))
                        .orElse(index))
                .toList();
        List<Policy> policies = policies(expected.policies(), printed.policies());
        Table reworded = expected.withMembers(columns, constraints, indexes, policies);
        return expected.partitioning().isEmpty()
                ? reworded
                : reworded.withPartitioning(expected.partitioning()
                        .map(how -> printed.partitioning()
                                .map(other -> partitioning(how, other))
                                .orElse(how)));
    }

    static Partitioning partitioning(Partitioning expected, Partitioning printed) {
        return expected.withKeys(printed.keys())
                .withPartitions(expected.partitions().stream()
                        .map(partition -> printed.partition(partition.name())
                                .map(other -> partition(partition, other))
                                .orElse(partition))
                        .toList());
    }

    private static Partition partition(Partition expected, Partition printed) {
        return expected.withBound(printed.bound())
                .withAccess(
                        expected.rowSecurity(), policies(expected.policies(), printed.policies()), expected.grants());
    }

    private static List<Policy> policies(List<Policy> expected, List<Policy> printed) {
        return expected.stream()
                .map(policy -> KeyedLookup.find(printed, policy.name())
                        .map(other -> policy(policy, other))
                        .orElse(policy))
                .toList();
    }

    /** An identity is not in the sample, and no expression of the column that the server refused. */
    static Column column(Column expected, Column printed) {
        return expected.withType(printed.type())
                .withDefault(printed.defaultValue().or(expected::defaultValue))
                .withCollation(printed.collation());
    }

    static Constraint constraint(Constraint expected, Constraint printed) {
        if (expected instanceof Constraint.Check check && printed instanceof Constraint.Check other) {
            return check.withExpression(other.expression());
        }
        return expected instanceof Constraint.Exclusion && printed instanceof Constraint.Exclusion
                ? printed.withIndex(expected.index())
                : expected;
    }

    static Index index(Index expected, Index printed) {
        return expected.withMethod(printed.method())
                .withKeys(printed.keys())
                .withInclude(printed.include())
                .withWhere(printed.where())
                .withParameters(printed.with());
    }

    static Policy policy(Policy expected, Policy printed) {
        return expected.withConditions(printed.using(), printed.check());
    }
}
