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
 * A SQL-defined object as in the catalogs.
 *
 * @param oid its OID
 * @param at the place of the object
 * @param arguments the argument types of a routine
 * @param create the statement that creates it, in the server's canonical form; empty if no single statement describes
 * it
 * @param drop the statement that drops it
 * @param state its state if that is not the default, such as a disabled trigger; otherwise empty
 * @param place the text in the statement that names the place
 * @param tail the text at the end of the statement that names the place again
 */
record ObjectRow(
        String oid,
        Location at,
        String arguments,
        Optional<String> create,
        String drop,
        String state,
        String place,
        String tail) {

    private static final String FROM = " FROM ";

    /**
     * The place of an object.
     *
     * @param schema the schema; {@code public} if it is in none
     * @param relation the table or view to which it belongs; empty if it belongs to none
     * @param name its own name
     */
    record Location(String schema, String relation, String name) {

        /** Returns the location of the object that the statement creates. */
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
                row.text("oid"),
                new Location(row.text("schema"), row.text("relation"), row.text("name")),
                row.text("arguments"),
                row.optional("create"),
                row.text("drop"),
                row.text("state"),
                row.text("place"),
                row.text("tail"));
    }

    /**
     * Returns the statement that would create the object at the place of the other one.
     *
     * @param relation the table to name at the end of the statement, if the statement names it there again
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
