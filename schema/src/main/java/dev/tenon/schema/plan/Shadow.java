package dev.tenon.schema.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Hints;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.derive.Dependencies;
import dev.tenon.schema.diff.RenamedColumn;
import java.util.List;
import java.util.Set;

/**
 * Decides which columns get another type by way of a column beside them, so that the table is never rewritten under a lock:
 * those on which nothing stands but indexes and checks, which are made anew beside the old ones. A key that others refer
 * to, a policy or a view would have to let go of the old column at the moment at which it takes the new one.
 */
public final class Shadow {

    private final Schema before;
    private final Schema after;
    private final Hints hints;

    /**
     * For the way from one schema to another.
     *
     * @param before the schema before, under the names that it has after renames
     * @param after the schema after
     * @param hints what the entities say about the way
     */
    public Shadow(Schema before, Schema after, Hints hints) {
        this.before = before;
        this.after = after;
        this.hints = hints;
    }

    /** Whether the column, which both schemas have, gets its new type that way. */
    public boolean replaces(QualifiedName table, Column old, Column fresh) {
        boolean sameType = old.type().equals(fresh.type()) && old.collation().equals(fresh.collation());
        if (sameType) {
            return false;
        }
        boolean sameButForType =
                old.withType(fresh.type()).withCollation(fresh.collation()).equals(fresh);
        boolean written = hints.conversions().containsKey(ObjectPath.column(table, fresh.name()))
                || !TypeChange.keepsRows(old, fresh);
        return written && sameButForType && isPlain(old) && isFree(table, old.name());
    }

    private static boolean isPlain(Column column) {
        return column.defaultValue()
                .map(ColumnDefault.Expression.class::isInstance)
                .orElse(true);
    }

    private boolean isFree(QualifiedName name, String column) {
        Table old = before.table(name).orElseThrow();
        Table fresh = after.table(name).orElseThrow();
        Beside oldBeside = beside(before, name, column);
        Beside freshBeside = beside(after, name, column);
        return old.partitioning().isEmpty()
                && oldBeside.onlyIndexesAndChecks()
                && freshBeside.onlyIndexesAndChecks()
                && oldBeside.indexes().equals(freshBeside.indexes())
                && oldBeside.checks().equals(freshBeside.checks())
                && old.tenantScope().equals(fresh.tenantScope())
                && ownsNoSequence(before, name, column)
                && ownsNoSequence(after, name, column)
                && standsAlone(before, name)
                && standsAlone(after, name);
    }

    private static boolean ownsNoSequence(Schema schema, QualifiedName table, String column) {
        return schema.sequences().stream()
                .flatMap(sequence -> sequence.owner().stream())
                .noneMatch(
                        owner -> owner.table().equals(table) && owner.column().equals(column));
    }

    private static boolean standsAlone(Schema schema, QualifiedName table) {
        return (schema.views().isEmpty() && schema.objects().isEmpty())
                || Dependencies.of(schema)
                        .dependents(Set.of(ObjectPath.table(table)))
                        .isEmpty();
    }

    /** What of the table names the column, found by giving it another name. */
    static Beside beside(Schema schema, QualifiedName name, String column) {
        Table table = schema.table(name).orElseThrow();
        Schema renamed = RenamedColumn.apply(schema, name, column, Interim.name(column));
        Table other = renamed.table(name).orElseThrow();
        List<Index> indexes = other.indexes().stream()
                .filter(index -> !table.indexes().contains(index))
                .toList();
        List<Constraint> constraints = other.constraints().stream()
                .filter(constraint -> !table.constraints().contains(constraint))
                .toList();
        List<Policy> policies = other.policies().stream()
                .filter(policy -> !table.policies().contains(policy))
                .toList();
        boolean elsewhere = schema.tables().stream()
                .anyMatch(each -> !each.name().equals(name)
                        && !renamed.table(each.name()).orElseThrow().equals(each));
        boolean computed = other.columns().stream()
                .anyMatch(each -> each.generated() && !table.columns().contains(each));
        boolean scope = !other.tenantScope().equals(table.tenantScope());
        return new Beside(indexes, constraints, !policies.isEmpty() || elsewhere || computed || scope);
    }

    /**
     * What names a column, as it is for the column beside it.
     *
     * @param indexes the indexes
     * @param constraints the constraints
     * @param more whether anything else does: a policy, a computed column, a reference, the tenancy
     */
    record Beside(List<Index> indexes, List<Constraint> constraints, boolean more) {

        boolean onlyIndexesAndChecks() {
            return !more && constraints.size() == checks().size();
        }

        List<Constraint.Check> checks() {
            return constraints.stream()
                    .filter(Constraint.Check.class::isInstance)
                    .map(Constraint.Check.class::cast)
                    .toList();
        }
    }
}
