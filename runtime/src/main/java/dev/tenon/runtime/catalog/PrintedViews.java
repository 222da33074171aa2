package dev.tenon.runtime.catalog;

import dev.tenon.schema.Names;
import dev.tenon.schema.View;
import java.util.List;

/**
 * Expected views in the server's own words.
 *
 * @param views the views, with their queries and the expressions of their indexes as the server prints them, except where
 *     it could not
 * @param unprintable what the server does not understand, which stands in the views as it was
 */
public record PrintedViews(List<View> views, List<Unprintable> unprintable) {

    public PrintedViews {
        views = List.copyOf(views);
        unprintable = List.copyOf(unprintable);
    }

    /** All of the given views, those that were printed as the server prints them. */
    public List<View> among(List<View> all) {
        return all.stream()
                .map(view -> Names.find(views, view.name()).orElse(view))
                .toList();
    }
}
