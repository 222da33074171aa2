package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.View;
import java.util.List;

/**
 * Expected views in the server's canonical form.
 *
 * @param views the views, with canonical queries and index expressions; those that the server refused are unchanged
 * @param unprintable the queries and expressions that the server refused
 */
public record CanonicalViews(List<View> views, List<UnsupportedExpression> unprintable) {

    public CanonicalViews {
        views = List.copyOf(views);
        unprintable = List.copyOf(unprintable);
    }

    /** Returns the given views, with those that were printed replaced by their canonical form. */
    public List<View> among(List<View> all) {
        return all.stream()
                .map(view -> KeyedLookup.find(views, view.name()).orElse(view))
                .toList();
    }
}
