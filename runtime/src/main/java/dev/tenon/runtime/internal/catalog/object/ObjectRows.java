package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalog rows of some objects, read with one query for each kind. */
final class ObjectRows {

    private final Map<ObjectQuery, Map<ObjectRow.Location, List<ObjectRow>>> rows = new HashMap<>();

    private ObjectRows() {}

    static ObjectRows read(CatalogQueries catalog, Collection<ExpectedObject> sought) throws SQLException {
        Map<ObjectQuery, Set<String>> names = new HashMap<>();
        for (ExpectedObject each : sought) {
            for (ObjectQuery query : ObjectQueries.of(each.made().kind())) {
                names.computeIfAbsent(query, first -> new LinkedHashSet<>())
                        .add(each.made().name().name());
            }
        }
        ObjectRows read = new ObjectRows();
        for (Map.Entry<ObjectQuery, Set<String>> each : names.entrySet()) {
            Map<ObjectRow.Location, List<ObjectRow>> found = new HashMap<>();
            catalog.each(each.getKey().named(), each.getValue(), row -> {
                ObjectRow object = ObjectRow.of(row);
                found.computeIfAbsent(object.at(), first -> new ArrayList<>()).add(object);
            });
            read.rows.put(each.getKey(), found);
        }
        return read;
    }

    /** Returns the rows at the object's place. Only overloaded routines have several rows. */
    List<ObjectRow> of(ExpectedObject sought) {
        return at(sought, sought.location());
    }

    /** Returns the row of the object's temporary copy. */
    Optional<ObjectRow> shown(ExpectedObject sought) {
        ObjectRow.Location place = sought.location();
        return at(sought, new ObjectRow.Location(TemporaryTable.TEMPORARY, place.relation(), place.name())).stream()
                .findFirst();
    }

    private List<ObjectRow> at(ExpectedObject sought, ObjectRow.Location place) {
        return ObjectQueries.of(sought.made().kind()).stream()
                .flatMap(query -> rows.getOrDefault(query, Map.of()).getOrDefault(place, List.of()).stream())
                .toList();
    }
}
