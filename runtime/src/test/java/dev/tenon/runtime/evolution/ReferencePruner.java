package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Role;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes references to missing objects from a schema, so that edits need not consider them. */
final class ReferencePruner {

    private final Schema schema;
    private final Set<String> there = new HashSet<>();

    private ReferencePruner(Schema schema) {
        this.schema = schema;
        schema.enums().forEach(type -> {
            there.add(Tokens.of(type.name().name()));
            type.labels().forEach(label -> there.addAll(Tokens.in(label)));
        });
        schema.sequences()
                .forEach(sequence -> there.add(Tokens.of(sequence.name().name())));
        schema.views().forEach(view -> there.add(Tokens.of(view.name().name())));
        schema.objects().forEach(object -> there.add(Tokens.of(object.name().name())));
        for (Table table : schema.tables()) {
            there.add(Tokens.of(table.name().name()));
            table.columns().forEach(column -> there.add(Tokens.of(column.name())));
        }
    }

    static Schema of(Schema schema) {
        Schema before = schema;
        while (true) {
            Schema after = new ReferencePruner(before).pruned();
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
    }

    private Schema pruned() {
        return TenantEdits.whole(schema)
                .withRoles(roles())
                .withNamespaces(List.of(new Namespace("aside", List.of()), new Namespace("public", List.of())))
                .withTables(TenantEdits.whole(schema).tables().stream()
                        .map(this::table)
                        .filter(table -> !table.columns().isEmpty())
                        .toList())
                .withSequences(schema.sequences().stream().map(this::sequence).toList())
                .withObjects(schema.objects().stream()
                        .filter(object -> holds(object.create()))
                        .toList())
                .withViews(schema.views().stream()
                        .filter(view -> holds(view.sql()) && DependentEdits.hasKey(schema, view))
                        .toList());
    }

    /** Returns the roles that a policy or a grant names. */
    private List<Role> roles() {
        return schema.toString().contains(SecurityEdits.ROLE) ? List.of(new Role(SecurityEdits.ROLE)) : List.of();
    }

    private Sequence sequence(Sequence sequence) {
        return sequence.withOwner(sequence.owner()
                .filter(owner -> owner.table().schema().equals(sequence.name().schema()))
                .filter(owner -> schema.table(owner.table())
                        .flatMap(table -> table.column(owner.column()))
                        .filter(column -> column.defaultValue()
                                .filter(ColumnDefault.Identity.class::isInstance)
                                .isEmpty())
                        .isPresent()));
    }

    private Table table(Table table) {
        Set<String> key = new HashSet<>();
        table.primaryKey().ifPresent(each -> key.addAll(each.columns()));
        List<Column> columns = table.columns().stream()
                .filter(column -> ExtensionEdits.has(schema.extensions(), column.type()))
                .filter(column ->
                        holds(column.type() + "") && (!column.generated() || holds(column.defaultValue() + "")))
                .map(column -> column.withDefault(column.defaultValue().filter(value -> holds(value + ""))))
                .map(column -> column.withNullable(column.nullable()
                        && !key.contains(column.name())
                        && column.defaultValue()
                                .filter(ColumnDefault.Identity.class::isInstance)
                                .isEmpty()))
                .toList();
        return table.withColumns(columns)
                .withConstraints(table.constraints().stream()
                        .filter(each -> fits(table, each) && divides(table, each))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .filter(each -> holds(each.keys() + "" + each.where()))
                        .filter(each -> !each.unique() || names(each).containsAll(partitionColumns(table)))
                        .toList())
                .withRowSecurity(
                        table.policies().isEmpty() ? RowSecurity.DISABLED : table.rowSecurity(),
                        table.policies().stream()
                                .filter(each -> holds(each.using() + "" + each.check()))
                                .toList())
                .withGuardedPartitions();
    }

    private boolean fits(Table table, Constraint constraint) {
        if (!(constraint instanceof Constraint.ForeignKey key)) {
            return holds(constraint.withName("any").toString());
        }
        return holds(key.columns().toString())
                && schema.table(key.target())
                        .filter(target -> RandomTable.keysOf(target).contains(key.targetColumns()))
                        .filter(target -> sameTypes(table, key, target))
                        .filter(target -> target.partitioning().isEmpty() || !namesPartsOf(key, table))
                        .filter(target ->
                                table.storage().unlogged() || !target.storage().unlogged())
                        .isPresent();
    }

    /**
     * Whether another constraint has the name that PostgreSQL gives to the reference's parts, one for each partition.
     */
    private static boolean namesPartsOf(Constraint.ForeignKey key, Table table) {
        String name = DefaultNames.foreignKey(table.name(), key.columns());
        return !key.name().equals(name)
                && table.constraints().stream().anyMatch(each -> each.name().equals(name));
    }

    /** PostgreSQL enforces keys only within partitions, so a key must include the partition key. */
    private static boolean divides(Table table, Constraint constraint) {
        List<String> by = partitionColumns(table);
        if (by.isEmpty()) {
            return true;
        }
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.columns().containsAll(by);
        }
        if (constraint instanceof Constraint.Unique unique) {
            return unique.columns().containsAll(by);
        }
        return !(constraint instanceof Constraint.Exclusion);
    }

    private static List<String> partitionColumns(Table table) {
        return table.partitioning().map(Partitioning::columns).orElse(List.of());
    }

    private static List<String> names(Index index) {
        return index.keys().stream().flatMap(key -> key.column().stream()).toList();
    }

    private static boolean sameTypes(Table table, Constraint.ForeignKey key, Table target) {
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<Column> own = table.column(key.columns().get(i)).filter(column -> !column.generated());
            Optional<ColumnType> type =
                    target.column(key.targetColumns().get(i)).map(Column::type);
            if (own.isEmpty() || !own.map(Column::type).equals(type)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String text) {
        return there.containsAll(Tokens.in(text));
    }
}
