package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Adds an index for every foreign key, unless an existing index begins with its columns. Without it, each delete or key
 * update of a referenced row scans the whole referencing table.
 */
public final class ForeignKeyIndexes {

    private ForeignKeyIndexes() {}

    static Table add(DeclaredTable declared, Consumer<ObjectPath> taken) {
        Table table = declared.table();
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            if (!declared.unindexedForeignKeys().contains(key.name()) && !served(table, key.columns())) {
                String name = DefaultNames.index(table.name(), named(declared, key));
                if (KeyedLookup.find(table.indexes(), name).isPresent()) {
                    taken.accept(ObjectPath.index(table.name(), name));
                } else {
                    table = with(table, name, key);
                }
            }
        }
        return table;
    }

    private static Table with(Table table, String name, Constraint.ForeignKey key) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.add(Index.of(
                name, "btree", key.columns().stream().map(IndexKey::column).toList()));
        return table.withIndexes(indexes);
    }

    /** Every such index begins with the tenant column, so the name omits it. */
    private static List<String> named(DeclaredTable declared, Constraint.ForeignKey key) {
        Optional<String> tenant = declared.table().tenantScope().tenantColumn();
        List<String> own = key.columns().stream()
                .filter(column -> tenant.filter(column::equals).isEmpty())
                .toList();
        return own.isEmpty() ? key.columns() : own;
    }

    /** Whether an index or key begins with the columns, in any order. */
    public static boolean served(Table table, List<String> columns) {
        boolean byConstraint =
                table.constraints().stream().map(ForeignKeyIndexes::keyColumns).anyMatch(key -> leads(key, columns));
        return byConstraint
                || table.indexes().stream()
                        .filter(index ->
                                index.method().equals("btree") && index.where().isEmpty())
                        .map(index -> index.keys().stream()
                                .map(key -> key.column().orElse(""))
                                .toList())
                        .anyMatch(key -> leads(key, columns));
    }

    private static List<String> keyColumns(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof Constraint.Unique unique ? unique.columns() : List.of();
    }

    /**
     * Whether the first keys are the columns, in any order, because the server searches for equality on all of them.
     */
    private static boolean leads(List<String> keys, List<String> columns) {
        return keys.size() >= columns.size()
                && new HashSet<>(keys.subList(0, columns.size())).equals(new HashSet<>(columns));
    }
}
