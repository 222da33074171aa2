package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.schema.Leftover;
import java.util.List;
import java.util.Objects;

/**
 * Everything that users created in a database.
 *
 * @param live what the catalog readers understand
 * @param leftovers the objects and attributes that no reader of the catalogs understands, sorted
 */
public record DatabaseContent(LiveSchema live, List<Leftover> leftovers) {

    public DatabaseContent {
        Objects.requireNonNull(live, "live");
        leftovers = leftovers.stream().sorted().toList();
    }
}
