package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Selects the expressions that differ textually from the live table and so need the server's canonical form.
 *
 * @param expected the table as a snapshot has it
 * @param live the same table as the catalogs have it
 */
record UnmatchedExpressions(Table expected, Table live) implements ExpressionSubset.Choice {

    /** Whether types or collations of columns have to be printed too. */
    boolean hasOtherTypes() {
        return expected.columns().stream()
                .anyMatch(column -> live.column(column.name())
                        .filter(other -> other.type().equals(column.type())
                                && other.collation().equals(column.collation()))
                        .isEmpty());
    }

    @Override
    public boolean includes(Column column) {
        boolean expression = column.defaultValue()
                .filter(value -> !(value instanceof ColumnDefault.Identity))
                .isPresent();
        // An expression that is not there is reported in the server's canonical form.
        boolean there = live.column(column.name()).flatMap(Column::defaultValue).isPresent();
        return expression
                && !(there && isMatched(column, live.columns(), other -> CanonicalExpressions.column(column, other)));
    }

    @Override
    public boolean includes(Constraint constraint) {
        boolean expression = constraint instanceof Constraint.Check || constraint instanceof Constraint.Exclusion;
        return expression
                && !isMatched(
                        constraint, live.constraints(), other -> CanonicalExpressions.constraint(constraint, other));
    }

    @Override
    public boolean includes(Index index) {
        return !isMatched(index, live.indexes(), other -> CanonicalExpressions.index(index, other));
    }

    @Override
    public boolean includes(Policy policy) {
        return !isMatched(policy, live.policies(), other -> CanonicalExpressions.policy(policy, other));
    }

    /** What is missing of it is reported in the server's canonical form, too. */
    @Override
    public boolean includes(Partitioning how) {
        return live.partitioning()
                .filter(other -> how.partitions().stream().allMatch(partition -> hasAll(other, partition)))
                .filter(other -> CanonicalExpressions.partitioning(how, other).equals(how))
                .isEmpty();
    }

    private static boolean hasAll(Partitioning live, Partition expected) {
        return live.partition(expected.name())
                .filter(partition -> expected.policies().stream()
                        .allMatch(policy -> KeyedLookup.find(partition.policies(), policy.name())
                                .isPresent()))
                .isPresent();
    }

    /** Whether taking over the words of the live object changes nothing. */
    private static <T extends Keyed<String>> boolean isMatched(T object, List<T> live, UnaryOperator<T> reworded) {
        Optional<T> same = KeyedLookup.find(live, object.name());
        return same.isPresent() && reworded.apply(same.get()).equals(object);
    }
}
