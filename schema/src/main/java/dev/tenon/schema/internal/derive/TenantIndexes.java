package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** The keys and indexes of a tenant-scoped table as they are declared: without a leading tenant column. */
final class TenantIndexes {

    private final Table table;
    private final String tenant;
    private final BiPredicate<Constraint.ForeignKey, String> becomesComposite;

    TenantIndexes(Table table, String tenant, BiPredicate<Constraint.ForeignKey, String> becomesComposite) {
        this.table = table;
        this.tenant = tenant;
        this.becomesComposite = becomesComposite;
    }

    /** A primary key, unique or exclusion constraint without its leading tenant column; others as they are. */
    Constraint declared(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.withColumns(rest(key.columns()));
        }
        if (constraint instanceof Constraint.Unique unique) {
            return unique.withColumns(rest(unique.columns()));
        }
        if (constraint instanceof Constraint.Exclusion exclusion) {
            List<ExclusionElement> elements = exclusion.elements();
            return elements.size() > 1 && leads(elements.get(0))
                    ? exclusion.withElements(elements.subList(1, elements.size()))
                    : exclusion;
        }
        return constraint;
    }

    private List<String> rest(List<String> columns) {
        return columns.size() > 1 && columns.get(0).equals(tenant) ? columns.subList(1, columns.size()) : columns;
    }

    private boolean leads(ExclusionElement element) {
        return element.equals(new ExclusionElement(IndexKey.column(tenant), "="));
    }

    /** The indexes without their leading tenant column. */
    List<Index> declared() {
        List<Index> declared = new ArrayList<>();
        for (Index index : table.indexes()) {
            List<IndexKey> keys = index.keys();
            boolean led = index.method().equals("btree")
                    && keys.size() > 1
                    && keys.get(0).equals(IndexKey.column(tenant))
                    && !mentions(keys.subList(1, keys.size()));
            declared.add(led ? index.withKeys(keys.subList(1, keys.size())) : index);
        }
        return declared;
    }

    /** The constraints and unique indexes that hold across all tenants, by name. */
    Set<String> global() {
        Set<String> global = new HashSet<>();
        table.constraints(Constraint.Unique.class)
                .filter(unique -> !unique.columns().contains(tenant))
                .forEach(unique -> global.add(unique.name()));
        table.constraints(Constraint.Exclusion.class)
                .filter(exclusion -> !mentions(
                        exclusion.elements().stream().map(ExclusionElement::key).toList()))
                .forEach(exclusion -> global.add(exclusion.name()));
        table.indexes().stream()
                .filter(index -> index.unique() && !mentions(index.keys()))
                .forEach(index -> global.add(index.name()));
        return global;
    }

    /** The other B-tree indexes without the tenant column, by name, except those of keys that will include it. */
    Set<String> unled() {
        Set<String> unled = new HashSet<>();
        table.indexes().stream()
                .filter(index -> index.method().equals("btree") && !index.unique() && !mentions(index.keys()))
                .filter(index -> !servesTenantKey(index))
                .forEach(index -> unled.add(index.name()));
        return unled;
    }

    private boolean servesTenantKey(Index index) {
        Table only = Table.of(table.name(), table.columns()).withIndexes(List.of(index));
        return table.foreignKeys().stream()
                .filter(key -> becomesComposite.test(key, tenant))
                .anyMatch(key -> ForeignKeyIndexes.served(only, key.columns()));
    }

    private boolean mentions(List<IndexKey> keys) {
        return keys.stream().anyMatch(key -> key.column().filter(tenant::equals).isPresent());
    }
}
