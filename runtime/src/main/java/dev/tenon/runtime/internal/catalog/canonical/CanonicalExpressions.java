package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Copies canonical forms from a temporary table to the expected table, and leaves the rest of the expected table
 * unchanged.
 */
final class CanonicalExpressions {

    private CanonicalExpressions() {}

    static Table table(Table expected, Table printed) {
        return expected.withMembers(
                        each(expected.columns(), printed.columns(), CanonicalExpressions::column),
                        each(expected.constraints(), printed.constraints(), CanonicalExpressions::constraint),
                        each(expected.indexes(), printed.indexes(), CanonicalExpressions::index),
                        each(expected.policies(), printed.policies(), CanonicalExpressions::policy))
                .withPartitioning(expected.partitioning()
                        .map(how -> printed.partitioning()
                                .map(other -> partitioning(how, other))
                                .orElse(how)));
    }

    private static Partitioning partitioning(Partitioning expected, Partitioning printed) {
        return expected.withKeys(printed.keys())
                .withPartitions(each(expected.partitions(), printed.partitions(), CanonicalExpressions::partition));
    }

    private static Partition partition(Partition expected, Partition printed) {
        return expected.withBound(printed.bound())
                .withAccess(
                        expected.rowSecurity(),
                        each(expected.policies(), printed.policies(), CanonicalExpressions::policy),
                        expected.grants());
    }

    private static <T extends Keyed<String>> List<T> each(
            List<T> expected, List<T> printed, BinaryOperator<T> reworded) {
        return expected.stream()
                .map(item -> KeyedLookup.find(printed, item.name())
                        .map(other -> reworded.apply(item, other))
                        .orElse(item))
                .toList();
    }

    /**
     * Returns the expected column with the printed type, default and collation. It keeps its own default if the
     * temporary table has none: identities are left out there, and the server may have refused the expression.
     */
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
