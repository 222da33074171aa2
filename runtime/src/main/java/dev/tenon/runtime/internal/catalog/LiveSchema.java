package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the catalogs of a live database say.
 *
 * @param schema all that the model has words for, in PostgreSQL's own spelling
 * @param viewColumns the columns of each view as it delivers them, with their types
 * @param unmodelled the rest, so that it is not mistaken for equal, sorted
 * @param owners whose the objects are
 */
public record LiveSchema(
        Schema schema, Map<QualifiedName, List<Column>> viewColumns, List<Unmodelled> unmodelled, Owners owners) {

    public LiveSchema {
        Objects.requireNonNull(schema, "schema");
        viewColumns = new TreeMap<>(viewColumns);
        unmodelled = unmodelled.stream()
                .sorted(Comparator.comparing(Unmodelled::at).thenComparing(Unmodelled::attribute))
                .toList();
        Objects.requireNonNull(owners, "owners");
    }

    /** The same with the objects that a snapshot knows by their SQL alone. */
    public LiveSchema withObjects(List<SqlObject> objects) {
        return new LiveSchema(schema.withObjects(objects), viewColumns, unmodelled, owners);
    }
}
