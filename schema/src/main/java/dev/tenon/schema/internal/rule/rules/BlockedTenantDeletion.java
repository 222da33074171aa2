package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Deleting a row of the tenant root deletes the tenant's rows by cascade. A reference whose rows do not go before the
 * rows that they reference prevents it.
 *
 * <p>PostgreSQL deletes in rounds: first the rows that reference the root with {@code CASCADE}, then the rows that
 * reference those. After each round it checks {@code NO ACTION} and {@code RESTRICT} of the rows that are gone.
 */
final class BlockedTenantDeletion implements SchemaRule {

    @Override
    public String code() {
        return "TN322";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy().ifPresent(tenancy -> {
            Map<QualifiedName, Integer> rounds = rounds(schema, tenancy);
            for (Table table : schema.tables()) {
                for (Constraint.ForeignKey key : table.foreignKeys()) {
                    if (blocks(key, table, tenancy, rounds)) {
                        findings.accept(Finding.warning(
                                code(),
                                ObjectPath.constraint(table.name(), key.name()),
                                "onDelete",
                                "a tenant cannot be deleted while a row of "
                                        + table.name().display() + " references it: ON DELETE "
                                        + key.onDelete().sql()
                                        + (key.target().equals(tenancy.root())
                                                ? ""
                                                : " of " + key.target().display()),
                                "use CASCADE, or SET_NULL if the row must stay"));
                    }
                }
            }
        });
    }

    private static boolean blocks(
            Constraint.ForeignKey key, Table table, Tenancy tenancy, Map<QualifiedName, Integer> rounds) {
        Integer gone = rounds.get(key.target());
        boolean refuses = key.onDelete() == ForeignKeyAction.NO_ACTION || key.onDelete() == ForeignKeyAction.RESTRICT;
        boolean root = table.name().equals(tenancy.root()) && key.target().equals(tenancy.root());
        if (gone == null || !refuses || root || !concerns(key, table, tenancy)) {
            return false;
        }
        boolean atCommit =
                key.onDelete() == ForeignKeyAction.NO_ACTION && key.deferrability() == Deferrability.INITIALLY_DEFERRED;
        Integer own = rounds.get(table.name());
        return own == null || (!atCommit && own > gone);
    }

    /** TN302, TN303 and TN315 report a table without tenants or scope that references rows of tenants. */
    private static boolean concerns(Constraint.ForeignKey key, Table table, Tenancy tenancy) {
        TenantScope scope = table.tenantScope();
        return scope.tenantColumn().isPresent()
                || (scope instanceof TenantScope.Shared && key.target().equals(tenancy.root()));
    }

    /** The round in which all rows of a tenant are deleted, for each table in which they are. */
    private static Map<QualifiedName, Integer> rounds(Schema schema, Tenancy tenancy) {
        Map<QualifiedName, Integer> rounds = new HashMap<>();
        rounds.put(tenancy.root(), 0);
        boolean more = true;
        for (int round = 1; more; round++) {
            more = false;
            for (Table table : schema.tables()) {
                if (!rounds.containsKey(table.name()) && goes(table, rounds, round - 1)) {
                    rounds.put(table.name(), round);
                    more = true;
                }
            }
        }
        return rounds;
    }

    /** Whether all of the tenant's rows in the table reference rows that the given round deletes, with CASCADE. */
    private static boolean goes(Table table, Map<QualifiedName, Integer> rounds, int round) {
        return table.foreignKeys().stream()
                .filter(key -> key.onDelete() == ForeignKeyAction.CASCADE)
                .filter(key -> Integer.valueOf(round).equals(rounds.get(key.target())))
                .filter(key -> table.tenantScope()
                        .tenantColumn()
                        .filter(key.columns()::contains)
                        .isPresent())
                .anyMatch(key -> key.columns().stream()
                        .allMatch(column -> table.column(column)
                                .filter(found -> !found.nullable())
                                .isPresent()));
    }
}
