package dev.tenon.cli.importer.tenancy;

import dev.tenon.cli.importer.annotation.StringLiteral;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Foreign keys, none of whose columns is null, that lead from a table to one whose rows have a tenant.
 *
 * @param from the table
 * @param keys the foreign keys, in order
 * @param column the column of the last table that has the tenant
 */
record TenantPath(Table from, List<Constraint.ForeignKey> keys, String column) {

    TenantPath {
        keys = List.copyOf(keys);
    }

    /**
     * Finds the shortest paths.
     *
     * @param tenants the tables whose rows have a tenant, with the column that has it
     */
    static List<TenantPath> shortest(Schema schema, Table from, Map<QualifiedName, String> tenants) {
        Map<QualifiedName, List<List<Constraint.ForeignKey>>> reached = new LinkedHashMap<>();
        reached.put(from.name(), List.of(List.of()));
        Map<QualifiedName, List<List<Constraint.ForeignKey>>> last = new LinkedHashMap<>(reached);
        while (!last.isEmpty()) {
            Map<QualifiedName, List<List<Constraint.ForeignKey>>> next = new LinkedHashMap<>();
            last.forEach((name, paths) -> schema.table(name).ifPresent(table -> step(table, paths, reached, next)));
            List<TenantPath> found = new ArrayList<>();
            next.forEach((table, paths) -> {
                String column = tenants.get(table);
                if (column != null) {
                    paths.forEach(keys -> found.add(new TenantPath(from, keys, column)));
                }
            });
            if (!found.isEmpty()) {
                return found;
            }
            reached.putAll(next);
            last = next;
        }
        return List.of();
    }

    private static void step(
            Table table,
            List<List<Constraint.ForeignKey>> paths,
            Map<QualifiedName, List<List<Constraint.ForeignKey>>> reached,
            Map<QualifiedName, List<List<Constraint.ForeignKey>>> next) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            if (!reached.containsKey(key.target()) && isRequired(table, key)) {
                List<List<Constraint.ForeignKey>> longer =
                        next.computeIfAbsent(key.target(), each -> new ArrayList<>());
                for (List<Constraint.ForeignKey> path : paths) {
                    List<Constraint.ForeignKey> extended = new ArrayList<>(path);
                    extended.add(key);
                    longer.add(extended);
                }
            }
        }
    }

    /** Whether every row references one. */
    static boolean isRequired(Table table, Constraint.ForeignKey key) {
        return key.columns().stream()
                .allMatch(column ->
                        table.column(column).filter(each -> !each.nullable()).isPresent());
    }

    /** The tenant of a row, in SQL. */
    String sql() {
        Constraint.ForeignKey first = keys.get(0);
        String own = Identifier.quote(from.name().name());
        int at = keys.get(keys.size() - 1).targetColumns().indexOf(column);
        if (keys.size() == 1 && at >= 0) {
            return Identifier.quote(first.columns().get(at));
        }
        StringBuilder sql = new StringBuilder("(SELECT ")
                .append(alias(keys.size()))
                .append('.')
                .append(Identifier.quote(column))
                .append(" FROM ")
                .append(Identifier.quote(first.target()))
                .append(' ')
                .append(alias(1));
        for (int each = 1; each < keys.size(); each++) {
            Constraint.ForeignKey key = keys.get(each);
            sql.append(" JOIN ")
                    .append(Identifier.quote(key.target()))
                    .append(' ')
                    .append(alias(each + 1))
                    .append(" ON ")
                    .append(joined(alias(each + 1), alias(each), key));
        }
        return sql.append(" WHERE ")
                .append(joined(alias(1), own, first))
                .append(')')
                .toString();
    }

    /** An alias that hides no name of the row's own table. */
    private String alias(int number) {
        return (from.name().name().startsWith("t") ? "r" : "t") + number;
    }

    private static String joined(String target, String referencing, Constraint.ForeignKey key) {
        return IntStream.range(0, key.columns().size())
                .mapToObj(at ->
                        target + "." + Identifier.quote(key.targetColumns().get(at)) + " = " + referencing + "."
                                + Identifier.quote(key.columns().get(at)))
                .collect(Collectors.joining(" AND "));
    }

    /** The annotation that gives existing rows their tenant, as Java. */
    String annotation() {
        return "@Backfill(" + StringLiteral.of(sql()) + ")";
    }

    /** The path for people: {@code order_id → orders.org_id}. */
    @Override
    public String toString() {
        return keys.stream()
                        .map(key -> String.join(", ", key.columns()) + " → "
                                + key.target().display())
                        .collect(Collectors.joining(" → "))
                + "." + column;
    }

    /** The only path, if there is one. */
    static Optional<TenantPath> only(List<TenantPath> paths) {
        return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
    }
}
