package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.schema.Leftover;
import dev.tenon.schema.Schema;
import java.util.List;

/**
 * The part of a database that a snapshot can contain.
 *
 * @param schema that part
 * @param leftovers everything else that users created, sorted
 */
public record DeclarableSchema(Schema schema, List<Leftover> leftovers) {

    public DeclarableSchema {
        leftovers = List.copyOf(leftovers);
    }

    /** Separates the content of a database. */
    public static DeclarableSchema of(DatabaseContent content) {
        LeftoverCollector leftovers = new LeftoverCollector();
        leftovers.addAll(content.leftovers());
        content.live().unmodelled().forEach(leftovers::unmodelled);
        Schema writable = UnwritableObjects.without(content.live().schema(), leftovers);
        Schema local = RemoteViews.without(content, writable, leftovers);
        Schema imported = HistoryTables.without(local, leftovers);
        Schema schema = UnheldReferences.without(UnheldReaders.without(content, imported, leftovers), leftovers);
        schema.enums()
                .forEach(type ->
                        type.labels().stream().filter(String::isBlank).forEach(label -> leftovers.label(type, label)));
        return new DeclarableSchema(schema, leftovers.all());
    }
}
