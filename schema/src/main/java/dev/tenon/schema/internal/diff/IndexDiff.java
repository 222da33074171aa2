package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import java.util.List;

/** Finds the changes of a table's indexes. An index that differs only in its name is renamed. */
final class IndexDiff {

    private IndexDiff() {}

    static void add(QualifiedName table, List<Index> before, List<Index> after, List<Change> changes) {
        KeyedDiff<Index> diff = KeyedDiff.of(before, after);
        RenameDetector<Index> renamed = RenameDetector.among(diff, Index::withName);
        renamed.pairs()
                .forEach(pair -> changes.add(new IndexChange.Rename(
                        table, pair.before().name(), pair.after().name())));
        renamed.added().forEach(added -> changes.add(new IndexChange.Create(table, added)));
        for (KeyedDiff.Pair<Index> pair : diff.kept()) {
            Index sameComment = pair.before().withComment(pair.after().comment());
            if (!sameComment.equals(pair.after())) {
                changes.add(new IndexChange.Replace(table, pair.before(), pair.after()));
            } else if (!sameComment.equals(pair.before())) {
                changes.add(new IndexChange.SetComment(
                        table,
                        pair.after().name(),
                        pair.before().comment(),
                        pair.after().comment()));
            }
        }
        renamed.removed().forEach(removed -> changes.add(new IndexChange.Drop(table, removed)));
    }
}
