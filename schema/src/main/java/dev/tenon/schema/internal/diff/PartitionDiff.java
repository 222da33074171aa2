package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the changes of a table's partitioning and partitions. A partition with the same bound under another name is
 * renamed, even if other attributes differ, because no two partitions have the same bound.
 */
final class PartitionDiff {

    private PartitionDiff() {}

    static void add(Table before, Table after, List<Change> changes) {
        Optional<Partitioning> old = before.partitioning();
        Optional<Partitioning> now = after.partitioning();
        if (old.isPresent() && now.isPresent() && old.get().partitionsLike(now.get())) {
            partitions(after.name(), old.get(), now.get(), changes);
        } else if (old.isPresent() || now.isPresent()) {
            changes.add(new PartitionChange.PartitionBy(after.name(), old, now));
        }
    }

    private static void partitions(QualifiedName table, Partitioning old, Partitioning now, List<Change> changes) {
        KeyedDiff<Partition> diff = KeyedDiff.of(old.partitions(), now.partitions());
        RenameDetector<Partition> renamed =
                RenameDetector.pairing(diff, (before, after) -> before.bound().equals(after.bound()));
        for (KeyedDiff.Pair<Partition> pair : renamed.pairs()) {
            String name = pair.after().name();
            changes.add(new PartitionChange.Rename(table, pair.before().name(), name));
            kept(table, pair.before().withName(name), pair.after(), changes);
        }
        renamed.added().stream()
                .sorted(Comparator.comparing(PartitionDiff::isDefault))
                .forEach(added -> changes.add(new PartitionChange.Create(table, added)));
        diff.kept().forEach(pair -> kept(table, pair.before(), pair.after(), changes));
        if (!now.managedExternally()) {
            renamed.removed().forEach(removed -> changes.add(new PartitionChange.Drop(table, removed)));
        }
    }

    /** A new default partition is the last one, so that it never has rows of another new partition. */
    private static boolean isDefault(Partition partition) {
        return partition.bound() instanceof PartitionBound.Otherwise;
    }

    private static void kept(QualifiedName table, Partition before, Partition after, List<Change> changes) {
        if (!before.bound().equals(after.bound())) {
            changes.add(new PartitionChange.Rebound(table, before, after));
        }
        if (!before.comment().equals(after.comment())) {
            changes.add(new TableChange.SetComment(table.withName(after.name()), before.comment(), after.comment()));
        }
        QualifiedName own = table.withName(after.name());
        PolicyDiff.add(asTable(own, before), asTable(own, after), changes);
        GrantDiff.add(ObjectPath.table(own), before.grants(), after.grants(), changes);
    }

    /** A partition has row-level security of its own, which applies to queries that name the partition. */
    private static Table asTable(QualifiedName name, Partition partition) {
        return Table.of(name, List.of()).withRowSecurity(partition.rowSecurity(), partition.policies());
    }
}
