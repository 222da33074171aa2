package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Finds unmodelled attributes of a constraint whose kind is modelled. */
final class UnmodelledConstraint {

    /** The attributes that a statement can revert; the others require a new constraint. */
    private static final List<UnmodelledAttribute> EXTRAS = List.of(
            UnmodelledAttribute.obstacle("reference", ""),
            UnmodelledAttribute.repaired("comment", ""),
            UnmodelledAttribute.repaired("valid", ""),
            UnmodelledAttribute.tuning("clustered", ""));

    private UnmodelledConstraint() {}

    static void report(CatalogRow row, ObjectPath path, Consumer<Unmodelled> unmodelled) throws SQLException {
        String kind = row.text("contype");
        report(kind.equals("p") && row.flag("condeferrable"), path, "deferrability", "DEFERRABLE", unmodelled);
        report(row.flag("divided_invalid"), path, "valid", "an INVALID index", unmodelled);
        report(row.flag("triggers_off"), path, "enforced", "its triggers are disabled", unmodelled);
        for (UnmodelledAttribute extra : EXTRAS) {
            extra.report(row, path, unmodelled);
        }
    }

    /**
     * Reports an attribute that requires a new constraint. This includes disabled triggers: enabling them would not
     * check the rows written in the meantime.
     */
    private static void report(
            boolean there, ObjectPath path, String attribute, String found, Consumer<Unmodelled> unmodelled) {
        if (there) {
            unmodelled.accept(new Unmodelled(path, attribute, found, new UnmodelledRepair.Recreate()));
        }
    }
}
