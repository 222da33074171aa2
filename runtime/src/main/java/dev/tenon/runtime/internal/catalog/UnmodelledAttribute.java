package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A column of a query that says what an object has beyond the model, or null; another one, called {@code <column>_remedy}, has
 * the statements that take it back.
 *
 * @param column the column; the attribute has its name, in words
 * @param phase when the statements run
 * @param caution what to know before running them; empty where there is nothing
 * @param tuning whether it is for whoever runs the server to decide
 */
record UnmodelledAttribute(String column, RepairPhase phase, String caution, boolean tuning) {

    /** Something that counts, and that goes before anything else is put right. */
    static UnmodelledAttribute obstacle(String column, String caution) {
        return new UnmodelledAttribute(column, RepairPhase.OBSTACLES, caution, false);
    }

    /** Something that counts, and that is put right before anything is made anew. */
    static UnmodelledAttribute repaired(String column, String caution) {
        return new UnmodelledAttribute(column, RepairPhase.REPAIRS, caution, false);
    }

    /** Something for whoever runs the server to decide. */
    static UnmodelledAttribute tuning(String column, String caution) {
        return new UnmodelledAttribute(column, RepairPhase.REPAIRS, caution, true);
    }

    void report(CatalogRow row, ObjectPath at, Consumer<Unmodelled> unmodelled) throws SQLException {
        Optional<String> found = row.optional(column);
        if (found.isPresent()) {
            UnmodelledRepair remedy = new UnmodelledRepair.Statements(phase, row.texts(column + "_remedy"), caution);
            unmodelled.accept(new Unmodelled(at, column.replace('_', ' '), found.get(), tuning, remedy));
        }
    }
}
