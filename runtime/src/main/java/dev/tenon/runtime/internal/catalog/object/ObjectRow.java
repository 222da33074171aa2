package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.CatalogRow;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.RelocatedStatement;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An object that is known by its SQL alone, as the catalogs have it.
 *
 * @param at where it is
 * @param arguments the types of what a routine is called with
 * @param create the statement that makes it, in the server's canonical form; empty where none says all of it
 * @param drop the statement that takes it away
 * @param state what is unusual about it, such as that a trigger is disabled; empty where nothing is
 * @param place how the statement says where the object is made
 * @param tail the end of the statement that says it once more
 */
record ObjectRow(
        Location at, String arguments, Optional<String> create, String drop, String state, String place, String tail) {

    private static final String FROM = " FROM ";

    /**
     * Where an object is.
     *
     * @param schema the schema; {@code public} if it is in none
     * @param relation the table or view whose part it is; empty if it is no part
     * @param name its own name
     */
    record Location(String schema, String relation, String name) {

        /** Where the statement makes its object. */
        static Location of(CreateStatement made) {
            return made.on()
                    .filter(on -> made.isOnRelation())
                    .map(on -> new Location(on.schema(), on.name(), made.name().name()))
                    .orElseGet(() ->
                            new Location(made.name().schema(), "", made.name().name()));
        }
    }

    static ObjectRow of(CatalogRow row) throws SQLException {
        return new ObjectRow(
                new Location(row.text("schema"), row.text("relation"), row.text("name")),
                row.text("arguments"),
                row.optional("create"),
                row.text("drop"),
                row.text("state"),
                row.text("place"),
                row.text("tail"));
    }

    /**
     * What the statement would be if it made the object where the other one is.
     *
     * @param relation the table that the object is meant to be of, where it says that once more
     */
    Optional<String> createdAt(ObjectRow other, Optional<QualifiedName> relation) {
        return create.map(sql -> {
            int at = sql.indexOf(place);
            String moved = sql.substring(0, at) + other.place + sql.substring(at + place.length());
            String end = relation.filter(of -> !tail.isEmpty() && !other.isOf(of))
                    .map(of -> FROM + Identifier.quote(of))
                    .orElse(other.tail);
            return moved.substring(0, moved.length() - tail.length()) + end;
        });
    }

    private boolean isOf(QualifiedName relation) {
        return RelocatedStatement.to(TemporaryTable.TEMPORARY, create.orElse(""))
                .relation()
                .equals(Optional.of(relation));
    }
}
