package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.View;
import java.util.List;

/**
 * Expected views in the server's own words.
 *
 * @param views the views, with their queries and the expressions of their indexes as the server prints them, except where
 *     it could not
 * @param unprintable what the server does not understand, which stands in the views as it was
 */
public record CanonicalViews(List<View> views, List<UnsupportedExpression> unprintable) {

    public CanonicalViews {
        views = List.copyOf(views);
        unprintable = List.copyOf(unprintable);
    }

    /** All of the given views, those that were printed as the server prints them. */
    public List<View> among(List<View> all) {
        return all.stream()
                .map(view -> KeyedLookup.find(views, view.name()).orElse(view))
                .toList();
    }
}
