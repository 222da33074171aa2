package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Table;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Selects the expressions that differ textually from the live table and so need the server's canonical form. */
final class UnmatchedExpressions {

    private UnmatchedExpressions() {}

    /**
     * Returns the objects whose expressions differ. This includes missing objects, because reports print them in the
     * server's canonical form.
     *
     * @param expected the table as in the snapshot
     * @param live the same table as in the catalogs
     */
    static Set<ObjectPath> of(Table expected, Table live) {
        Map<ObjectPath, Object> there = ExpressionSubset.members(live);
        Map<ObjectPath, Object> reworded = ExpressionSubset.members(CanonicalExpressions.table(expected, live));
        Set<ObjectPath> unmatched = new HashSet<>();
        ExpressionSubset.members(expected).forEach((path, member) -> {
            boolean matched = isThere(member, there.get(path)) && member.equals(reworded.get(path));
            if (hasExpression(member) && !matched) {
                unmatched.add(path);
            }
        });
        return unmatched;
    }

    /** Whether types or collations of columns differ from the live table, so that they must be printed too. */
    static boolean hasOtherTypes(Table expected, Table live) {
        return expected.columns().stream()
                .anyMatch(column -> live.column(column.name())
                        .filter(other -> other.type().equals(column.type())
                                && other.collation().equals(column.collation()))
                        .isEmpty());
    }

    private static boolean hasExpression(Object member) {
        if (member instanceof Column column) {
            return column.defaultValue()
                    .filter(value -> !(value instanceof ColumnDefault.Identity))
                    .isPresent();
        }
        return !(member instanceof Constraint)
                || member instanceof Constraint.Check
                || member instanceof Constraint.Exclusion;
    }

    /**
     * Whether the live table has an equal member; for partitioning, whether it has all partitions with their policies.
     */
    private static boolean isThere(Object expected, @Nullable Object live) {
        if (expected instanceof Partitioning how && live instanceof Partitioning other) {
            return how.partitions().stream().allMatch(partition -> hasAll(other, partition));
        }
        return live != null;
    }

    private static boolean hasAll(Partitioning live, Partition expected) {
        return live.partition(expected.name())
                .filter(partition -> expected.policies().stream()
                        .allMatch(policy -> KeyedLookup.find(partition.policies(), policy.name())
                                .isPresent()))
                .isPresent();
    }
}
