package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import java.util.List;

/** Finds the changes of a column that exists before and after. */
final class ColumnDiff {

    private ColumnDiff() {}

    static void add(QualifiedName table, Column before, Column after, List<Change> changes) {
        if (!before.type().equals(after.type()) || !before.collation().equals(after.collation())) {
            changes.add(new ColumnChange.SetType(table, before, after));
        }
        if (!before.storage().equals(after.storage())) {
            changes.add(new ColumnChange.SetStorage(table, before, after));
        }
        if (!before.defaultValue().equals(after.defaultValue())) {
            changes.add(new ColumnChange.SetDefault(table, after, before.defaultValue(), after.defaultValue()));
        }
        if (before.nullable() != after.nullable()) {
            changes.add(
                    after.nullable()
                            ? new ColumnChange.DropNotNull(table, after)
                            : new ColumnChange.SetNotNull(table, after));
        }
        if (!before.comment().equals(after.comment())) {
            changes.add(new ColumnChange.SetComment(table, after.name(), before.comment(), after.comment()));
        }
    }
}
