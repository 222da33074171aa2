package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * While a version of the application without tenants may be at work, its {@code ON CONFLICT (id)} needs a key of these
 * columns. Keys of words and other unique constraints are reported because values become unique per tenant.
 */
final class LostConflictTarget implements HazardRule {

    @Override
    public String code() {
        return "TN437";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        if (context.after().tenancy().filter(Tenancy::admitsFormerVersion).isEmpty()) {
            return;
        }
        for (Table after : context.after().tables()) {
            Optional<Table> before = context.before().table(after.name());
            Optional<Constraint.PrimaryKey> key = before.flatMap(Table::primaryKey);
            if (after.tenantScope().tenantColumn().isPresent()
                    && key.isPresent()
                    && hasDrawnColumn(before.get(), key.get())
                    && !isUnique(after, Set.copyOf(key.get().columns()))) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        ObjectPath.constraint(after.name(), key.get().name()),
                        "lose-conflict-target",
                        "the primary key of " + after.name().display()
                                + " gets the tenant column, so ON CONFLICT ("
                                + String.join(", ", key.get().columns())
                                + ") of a version without tenants would fail",
                        "keep the key with primaryKey = ID_ONLY and a reason while that version is at work"));
            }
        }
    }

    private static boolean hasDrawnColumn(Table table, Constraint.PrimaryKey key) {
        return key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(UniquePerTenant::drawn);
    }

    private static boolean isUnique(Table table, Set<String> columns) {
        boolean byConstraint = table.constraints().stream()
                .anyMatch(constraint -> (constraint instanceof Constraint.PrimaryKey key
                                && new HashSet<>(key.columns()).equals(columns))
                        || (constraint instanceof Constraint.Unique unique
                                && new HashSet<>(unique.columns()).equals(columns)));
        return byConstraint
                || table.indexes().stream()
                        .filter(index -> index.unique() && index.where().isEmpty())
                        .anyMatch(index -> columns(index).equals(columns));
    }

    private static Set<String> columns(Index index) {
        Set<String> columns = new HashSet<>();
        index.keys().forEach(key -> columns.add(key.column().orElse("")));
        return columns;
    }
}
