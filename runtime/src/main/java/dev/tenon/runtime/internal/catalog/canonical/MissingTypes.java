package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the types of expected columns that the database does not have, so that a missing type affects only its own
 * columns.
 */
final class MissingTypes {

    private static final String SQL = "SELECT t AS type FROM unnest(?) t WHERE to_regtype(t) IS NULL";

    private MissingTypes() {}

    static Set<ColumnType> of(List<Table> tables, CatalogQueries catalog) throws SQLException {
        Map<String, Set<ColumnType>> types = new HashMap<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                if (TemporaryTable.element(column.type()) instanceof ColumnType.UserDefined named) {
                    types.computeIfAbsent(Identifier.quote(named.name()), name -> new HashSet<>())
                            .add(named);
                }
            }
        }
        Set<ColumnType> missing = new HashSet<>();
        catalog.each(SQL, types.keySet(), row -> missing.addAll(types.getOrDefault(row.text("type"), Set.of())));
        return missing;
    }
}
