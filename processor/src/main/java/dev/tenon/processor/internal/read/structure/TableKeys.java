package dev.tenon.processor.internal.read.structure;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sets of columns whose values are unique in a table that is being read. */
public final class TableKeys {

    private TableKeys() {}

    /** Whether the columns are the primary key or a unique constraint of the table, in any order. */
    public static boolean isUnique(TableDraft table, List<String> columns) {
        return isAmong(keys(table, true), columns);
    }

    /** Whether a foreign key may reference the columns: a key of the table that is not deferrable, in any order. */
    public static boolean canBeReferred(TableDraft table, List<String> columns) {
        List<List<String>> keys = keys(table, false);
        table.indexes().stream()
                .filter(index -> index.unique() && index.where().isEmpty())
                .forEach(index -> keys.add(index.keys().stream()
                        .map(key -> key.column().orElse(""))
                        .toList()));
        return isAmong(keys, columns);
    }

    private static List<List<String>> keys(TableDraft table, boolean deferrable) {
        List<List<String>> keys = new ArrayList<>(List.of(table.key()));
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique
                    && (deferrable || unique.deferrability() == Deferrability.NOT_DEFERRABLE)) {
                keys.add(unique.columns());
            }
        }
        return keys;
    }

    private static boolean isAmong(List<List<String>> keys, List<String> columns) {
        return keys.stream().anyMatch(key -> Set.copyOf(key).equals(Set.copyOf(columns)));
    }
}
