package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A unique constraint, unique index or exclusion that includes the tenant column from now on lets two tenants have the
 * same value, which it did not before. So does a primary key of words. Other primary keys are not concerned: nobody looks
 * up a row by a number or uuid to find its tenant, and {@code @TenantScoped} says which form the key has.
 */
final class UniquePerTenant implements HazardRule {

    private static final Set<String> DRAWN = Set.of("uuid", "bigint", "integer", "smallint");

    /**
     * What is unique among some rows.
     *
     * @param members the columns and expressions, with the operators of an exclusion
     * @param where the condition of the rows; empty for all rows
     */
    private record Uniqueness(Set<String> members, String where) {

        static Uniqueness of(Collection<String> columns) {
            return new Uniqueness(Set.copyOf(columns), "");
        }

        /** The same within each tenant. */
        Uniqueness perTenant(String tenant) {
            Set<String> more = new HashSet<>(members);
            more.add(tenant);
            return new Uniqueness(more, where);
        }

        /** Whether it makes what the other one says true as well. */
        boolean implies(Uniqueness other) {
            return other.members.containsAll(members) && (where.isEmpty() || where.equals(other.where));
        }
    }

    @Override
    public String code() {
        return "TN419";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Table after : context.after().tables()) {
            Optional<String> tenant = after.tenantScope().tenantColumn();
            Optional<Table> before = context.before().table(after.name());
            if (tenant.isPresent() && before.isPresent()) {
                check(before.get(), after, tenant.get(), findings);
            }
        }
    }

    private void check(Table before, Table after, String tenant, Consumer<Finding> findings) {
        Map<ObjectPath, Uniqueness> kept = all(after);
        after.primaryKey()
                .ifPresent(
                        key -> kept.put(ObjectPath.constraint(after.name(), key.name()), Uniqueness.of(key.columns())));
        all(before).forEach((path, unique) -> {
            if (!unique.members().contains(tenant)
                    && kept.containsValue(unique.perTenant(tenant))
                    && kept.values().stream().noneMatch(each -> each.implies(unique))) {
                findings.accept(Finding.unlessAccepted(
                        code(),
                        path,
                        "unique-per-tenant",
                        path.display() + " is unique across all tenants, and would be unique only within each tenant",
                        before.primaryKey().isPresent()
                                        && before.primaryKey().get().name().equals(path.member())
                                ? "keep it with primaryKey = ID_ONLY and a reason"
                                : "declare it with global = true and a reason to keep it"));
            }
        });
    }

    /** What is unique by the constraints and indexes of a table, and by its primary key if that consists of words. */
    private static Map<ObjectPath, Uniqueness> all(Table table) {
        Map<ObjectPath, Uniqueness> all = new TreeMap<>();
        table.primaryKey()
                .filter(key -> key.columns().stream()
                        .flatMap(name -> table.column(name).stream())
                        .noneMatch(UniquePerTenant::drawn))
                .ifPresent(
                        key -> all.put(ObjectPath.constraint(table.name(), key.name()), Uniqueness.of(key.columns())));
        table.constraints(Constraint.Unique.class)
                .forEach(unique ->
                        all.put(ObjectPath.constraint(table.name(), unique.name()), Uniqueness.of(unique.columns())));
        table.constraints(Constraint.Exclusion.class)
                .forEach(exclusion -> all.put(
                        ObjectPath.constraint(table.name(), exclusion.name()),
                        new Uniqueness(
                                exclusion.elements().stream()
                                        .map(element -> member(element.key())
                                                + (element.operator().equals("=") ? "" : " " + element.operator()))
                                        .collect(Collectors.toSet()),
                                condition(exclusion.where()))));
        table.indexes().stream()
                .filter(Index::unique)
                .forEach(index -> all.put(
                        ObjectPath.index(table.name(), index.name()),
                        new Uniqueness(
                                index.keys().stream()
                                        .map(UniquePerTenant::member)
                                        .collect(Collectors.toSet()),
                                condition(index.where()))));
        return all;
    }

    /** Whether values of the column are generated, or numbers, which say nothing by themselves. */
    static boolean drawn(Column column) {
        return column.defaultValue().isPresent()
                || (column.type() instanceof ColumnType.Builtin type && DRAWN.contains(type.name()));
    }

    private static String member(IndexKey key) {
        return key.target() instanceof IndexKey.OfExpression expression
                ? "(" + CreateStatement.normalized(expression.sql()) + ")"
                : key.column().orElseThrow();
    }

    private static String condition(Optional<String> where) {
        return where.map(CreateStatement::normalized).orElse("");
    }
}
