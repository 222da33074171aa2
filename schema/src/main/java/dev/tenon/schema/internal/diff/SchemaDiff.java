package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Column;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the changes from one schema to another, by object and attribute. It pairs objects only by name; renames are
 * applied before. The order of columns is not a difference.
 */
public final class SchemaDiff {

    private final List<Change> changes = new ArrayList<>();

    private SchemaDiff() {}

    /** The changes that turn {@code before} into {@code after}, ordered by kind and name. */
    public static List<Change> between(Schema before, Schema after) {
        SchemaDiff diff = new SchemaDiff();
        diff.schema(before, after);
        return List.copyOf(diff.changes);
    }

    private void schema(Schema before, Schema after) {
        KeyedDiff.of(before.roles(), after.roles()).added().forEach(role -> changes.add(new RoleChange.Create(role)));
        namespaces(KeyedDiff.of(before.namespaces(), after.namespaces()));
        extensions(KeyedDiff.of(before.extensions(), after.extensions()));
        EnumDiff.add(KeyedDiff.of(before.enums(), after.enums()), changes);
        SequenceDiff.add(before.sequences(), after.sequences(), changes);
        tables(KeyedDiff.of(before.tables(), after.tables()));
        ViewDiff.add(KeyedDiff.of(before.views(), after.views()), changes);
        SqlObjectChange.add(KeyedDiff.of(before.objects(), after.objects()), changes);
    }

    private void namespaces(KeyedDiff<Namespace> diff) {
        for (Namespace added : diff.added()) {
            changes.add(new NamespaceChange.Create(added));
            GrantDiff.add(ObjectPath.namespace(added.name()), List.of(), added.grants(), changes);
        }
        diff.kept()
                .forEach(pair -> GrantDiff.add(
                        ObjectPath.namespace(pair.after().name()),
                        pair.before().grants(),
                        pair.after().grants(),
                        changes));
        diff.removed().forEach(removed -> changes.add(new NamespaceChange.Drop(removed)));
    }

    private void extensions(KeyedDiff<Extension> diff) {
        diff.added().forEach(added -> changes.add(new ExtensionChange.Create(added)));
        diff.kept().stream()
                .filter(pair -> !pair.before().equals(pair.after()))
                .forEach(pair -> changes.add(new ExtensionChange.Move(pair.before(), pair.after())));
        diff.removed().forEach(removed -> changes.add(new ExtensionChange.Drop(removed)));
    }

    private void tables(KeyedDiff<Table> diff) {
        for (Table added : diff.added()) {
            changes.add(new TableChange.Create(added));
            added.foreignKeys().forEach(key -> changes.add(new ConstraintChange.Add(added.name(), key)));
        }
        PersistenceDiff.add(diff.kept(), changes);
        diff.kept().forEach(pair -> table(pair.before(), pair.after()));
        for (Table removed : DropOrder.of(diff.removed())) {
            removed.foreignKeys().forEach(key -> changes.add(new ConstraintChange.Drop(removed.name(), key)));
            changes.add(new TableChange.Drop(removed));
        }
    }

    private void table(Table before, Table after) {
        if (!before.comment().equals(after.comment())) {
            changes.add(new TableChange.SetComment(after.name(), before.comment(), after.comment()));
        }
        if (!before.storage().with().equals(after.storage().with())) {
            changes.add(new TableChange.SetParameters(after.name(), before.storage(), after.storage()));
        }
        PartitionDiff.add(before, after, changes);
        columns(after, KeyedDiff.of(before.columns(), after.columns()));
        ConstraintDiff.add(after.name(), before.constraints(), after.constraints(), changes);
        IndexDiff.add(after.name(), before.indexes(), after.indexes(), changes);
        PolicyDiff.add(before, after, changes);
        GrantDiff.add(ObjectPath.table(after.name()), before.grants(), after.grants(), changes);
    }

    private void columns(Table table, KeyedDiff<Column> diff) {
        diff.added().forEach(added -> changes.add(new ColumnChange.Add(table.name(), added)));
        diff.kept().forEach(pair -> ColumnDiff.add(table.name(), pair.before(), pair.after(), changes));
        // Generated columns are dropped before the columns that they read.
        diff.removed().stream()
                .sorted(Comparator.comparing(Column::generated).reversed())
                .forEach(removed -> changes.add(new ColumnChange.Drop(table.name(), removed)));
    }
}
