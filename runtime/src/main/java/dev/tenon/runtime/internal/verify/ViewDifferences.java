package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.internal.diff.ViewChange;
import java.util.ArrayList;
import java.util.List;

/** What is not right with views. */
final class ViewDifferences implements ViewChange.Cases<List<Difference>> {

    @Override
    public List<Difference> create(ViewChange.Create change) {
        return List.of(Difference.missing(change.path(), ""));
    }

    @Override
    public List<Difference> drop(ViewChange.Drop change) {
        return List.of(Difference.unexpected(change.path(), ""));
    }

    @Override
    public List<Difference> rename(ViewChange.Rename change) {
        throw ChangeDifferences.noRename(change);
    }

    @Override
    public List<Difference> redefine(ViewChange.Redefine change) {
        View expected = change.after();
        View found = change.before();
        List<Difference> differences = new ArrayList<>(
                AttributeDiff.compare(change.path(), expected, found, attribute -> attribute.equals("sql")));
        differences.addAll(AttributeDiff.compare(
                change.path(), expected.form(), found.form(), attribute -> !attribute.equals("indexes")));
        for (ViewColumn column : expected.columns()) {
            if (!names(found).contains(column.name())) {
                differences.add(Difference.missing(ObjectPath.column(expected.name(), column.name()), ""));
            }
        }
        for (ViewColumn column : found.columns()) {
            if (!names(expected).contains(column.name())) {
                differences.add(Difference.unexpected(ObjectPath.column(expected.name(), column.name()), ""));
            }
        }
        return differences;
    }

    @Override
    public List<Difference> setComment(ViewChange.SetComment change) {
        return List.of(
                Difference.different(change.path(), "comment", change.after().comment(), change.before()));
    }

    @Override
    public List<Difference> setColumnComment(ViewChange.SetColumnComment change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before());
    }

    private static List<String> names(View view) {
        return view.columns().stream().map(Keyed::name).toList();
    }
}
