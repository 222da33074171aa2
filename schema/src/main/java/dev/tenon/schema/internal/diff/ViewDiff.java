package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.ViewKind;
import java.util.List;

/** Finds the changes of views. */
final class ViewDiff {

    private ViewDiff() {}

    static void add(KeyedDiff<View> diff, List<Change> changes) {
        diff.added().forEach(added -> changes.add(new ViewChange.Create(added)));
        diff.kept().forEach(pair -> view(pair.before(), pair.after(), changes));
        diff.removed().forEach(removed -> changes.add(new ViewChange.Drop(removed)));
    }

    private static void view(View before, View after, List<Change> changes) {
        if (!before.sql().equals(after.sql())
                || !names(before).equals(names(after))
                || !bare(before.form()).equals(bare(after.form()))) {
            changes.add(new ViewChange.Redefine(before, after));
        }
        if (!before.comment().equals(after.comment())) {
            changes.add(new ViewChange.SetComment(before.comment(), after));
        }
        for (KeyedDiff.Pair<ViewColumn> pair :
                KeyedDiff.of(before.columns(), after.columns()).kept()) {
            if (!pair.before().equals(pair.after())) {
                changes.add(new ViewChange.SetColumnComment(after.name(), pair.before(), pair.after()));
            }
        }
        IndexDiff.add(after.name(), before.indexes(), after.indexes(), changes);
        GrantDiff.add(ObjectPath.view(after.name()), before.grants(), after.grants(), changes);
    }

    private static List<String> names(View view) {
        return view.columns().stream().map(Keyed::name).toList();
    }

    /** The kind without indexes, because changes of indexes are separate. */
    static ViewKind bare(ViewKind form) {
        return form instanceof ViewKind.Materialized ? ViewKind.STORED : form;
    }
}
