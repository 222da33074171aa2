package dev.tenon.runtime.internal.catalog;

import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A column of a query with an unmodelled attribute or null. A second column, {@code <column>_remedy}, contains the
 * statements that revert it.
 *
 * @param column the column; the attribute has its name, with spaces
 * @param phase the phase of the statements
 * @param caution a warning for the statements; empty if there is none
 * @param tuning whether only strict mode reports it
 */
record UnmodelledAttribute(String column, RepairPhase phase, String caution, boolean tuning) {

    /** Creates an attribute that counts in every mode and is reverted before all other corrections. */
    static UnmodelledAttribute obstacle(String column, String caution) {
        return new UnmodelledAttribute(column, RepairPhase.OBSTACLES, caution, false);
    }

    /** Creates an attribute that counts in every mode and is reverted before objects are recreated. */
    static UnmodelledAttribute repaired(String column, String caution) {
        return new UnmodelledAttribute(column, RepairPhase.REPAIRS, caution, false);
    }

    /** Creates an attribute that only strict mode reports. */
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
