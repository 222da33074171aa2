package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Partition;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables and views of one read.
 *
 * @param tables the tables
 * @param views the views
 * @param viewColumns the output columns of the views
 */
public record Relations(List<Table> tables, List<View> views, Map<QualifiedName, List<Column>> viewColumns) {

    public Relations {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        viewColumns = new TreeMap<>(viewColumns);
    }

    /** Returns a copy with the grants on these relations. */
    Relations withGrants(GrantReader grants) {
        return new Relations(
                tables.stream().map(table -> granted(table, grants)).toList(),
                views.stream()
                        .map(view -> view.withGrants(grants.onRelation(view.name())))
                        .toList(),
                viewColumns);
    }

    /** Adds the roles that grants and policies name. */
    void addRoles(Set<String> roles) {
        for (Table table : tables) {
            table.grants().stream().map(Grant::grantee).forEach(roles::add);
            table.policies().stream().flatMap(policy -> policy.roles().stream()).forEach(roles::add);
            for (Partition partition : table.partitions()) {
                partition.grants().stream().map(Grant::grantee).forEach(roles::add);
                partition.policies().stream()
                        .flatMap(policy -> policy.roles().stream())
                        .forEach(roles::add);
            }
        }
        views.forEach(view -> view.grants().stream().map(Grant::grantee).forEach(roles::add));
    }

    private static Table granted(Table table, GrantReader grants) {
        return table.withGrants(grants.onRelation(table.name()))
                .withPartitioning(table.partitioning()
                        .map(how -> how.withPartitions(how.partitions().stream()
                                .map(each -> each.withAccess(
                                        each.rowSecurity(),
                                        each.policies(),
                                        grants.onRelation(table.name().withName(each.name()))))
                                .toList())));
    }
}
