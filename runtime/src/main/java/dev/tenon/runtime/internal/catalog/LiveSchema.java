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
 * The content of a live database's catalogs.
 *
 * @param schema the modelled objects, in PostgreSQL's own spelling
 * @param viewColumns the output columns of each view, with their types
 * @param unmodelled the unmodelled attributes, sorted
 * @param owners the owners of the objects
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

    /** Returns a copy with the given SQL-defined objects. */
    public LiveSchema withObjects(List<SqlObject> objects) {
        return new LiveSchema(schema.withObjects(objects), viewColumns, unmodelled, owners);
    }
}
