package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Renames views, and updates views that read a renamed object. The server stores their queries parsed, so the views
 * stay.
 */
public final class ViewRename {

    private ViewRename() {}

    /** The schema after the rename. */
    public static Schema apply(Schema schema, QualifiedName former, QualifiedName now) {
        return ObjectRename.apply(schema, former, now)
                .withViews(readers(schema, former, now).stream()
                        .map(each -> each.name().equals(former) ? each.withName(now) : each)
                        .toList());
    }

    /** All views; those that read the renamed relation also depend on its new name. */
    static List<View> readers(Schema schema, QualifiedName before, QualifiedName after) {
        return schema.views().stream()
                .map(view -> ReferencedNames.in(view.sql()).relations().contains(before)
                                || view.dependsOn().contains(before)
                        ? dependingOn(view, after)
                        : view)
                .toList();
    }

    private static View dependingOn(View view, QualifiedName name) {
        List<QualifiedName> needed = new ArrayList<>(view.dependsOn());
        needed.add(name);
        return view.withDependsOn(needed);
    }
}
