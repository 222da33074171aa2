package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the SQL-defined objects with the statements that create and drop each, in the server's canonical form.
 */
final class ObjectLister {

    private ObjectLister() {}

    /** Returns the schema with these objects. */
    static LiveSchema add(CatalogQueries catalog, Collection<String> namespaces, LiveSchema live) throws SQLException {
        List<SqlObject> objects = new ArrayList<>();
        Set<QualifiedName> taken = new HashSet<>();
        List<ObjectQuery> queries = new ArrayList<>(ObjectQueries.LISTED);
        queries.addAll(RareObjectQueries.LISTED);
        for (ObjectQuery query : queries) {
            catalog.each(query.inSchemas(), namespaces, row -> {
                ObjectRow found = ObjectRow.of(row);
                if (found.create().isPresent()) {
                    objects.add(new SqlObject(
                            free(name(found.at()), taken),
                            found.create().get(),
                            found.drop(),
                            false,
                            List.of(),
                            Optional.empty()));
                }
            });
        }
        List<Unmodelled> unmodelled = new ArrayList<>(live.unmodelled());
        unmodelled.removeIf(said -> said.isCreatedBy(objects));
        return new LiveSchema(live.schema().withObjects(objects), live.viewColumns(), unmodelled, live.owners());
    }

    /**
     * Returns a unique name for the object. The name of a trigger or rule is unique only within its table or view, so
     * the relation's name is added.
     */
    private static QualifiedName name(ObjectRow.Location at) {
        return new QualifiedName(at.schema(), at.relation().isEmpty() ? at.name() : at.relation() + "_" + at.name());
    }

    /** Appends a number if the name is taken, because overloaded routines share one name. */
    private static QualifiedName free(QualifiedName name, Set<QualifiedName> taken) {
        QualifiedName free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name.withName(name.name() + "_" + i);
        }
        return free;
    }
}
