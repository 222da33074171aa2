package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps each statement of a shadow group to its change. */
public final class ShadowChanges {

    private final ShadowGroup group;
    private final Map<ObjectPath, Change> columns = new HashMap<>();

    public ShadowChanges(ShadowGroup group, List<Change> changes) {
        this.group = group;
        group.columns()
                .forEach(column -> group.enums().stream()
                        .filter(type -> type.isOf(column.after().type()))
                        .forEach(type -> columns.put(column.path(), type.change())));
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType) {
                columns.put(change.path(), change);
            } else if (change instanceof ColumnChange.SetDefault) {
                columns.putIfAbsent(change.path(), change);
            }
        }
    }

    public Change of(ShadowColumn column) {
        Change change = columns.get(column.path());
        if (change == null) {
            throw new IllegalStateException("no change sets the type of " + column.path());
        }
        return change;
    }

    /** The change of a column of the table; of any column if the table has none of the group's columns. */
    public Change of(QualifiedName table) {
        return group.columns().stream()
                .filter(column -> column.table().equals(table))
                .findFirst()
                .map(this::of)
                .orElseGet(this::any);
    }

    public Change any() {
        return group.enums().isEmpty()
                ? of(group.columns().get(0))
                : group.enums().get(0).change();
    }
}
