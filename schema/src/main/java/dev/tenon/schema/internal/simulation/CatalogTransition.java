package dev.tenon.schema.internal.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated catalogs before and after a migration. */
public final class CatalogTransition {

    private final List<ObjectDefinition> objectsBefore;
    private final Map<CatalogObject, ObjectDefinition> views = new LinkedHashMap<>();
    private final List<ObjectDefinition> allAfter = new ArrayList<>();
    private final SimulatedCatalog catalog = new SimulatedCatalog();
    private final SimulatedCatalog target = new SimulatedCatalog();
    private final CatalogGuarantees guarantees;

    /**
     * Simulates both catalogs.
     *
     * @param before the objects before, in which renamed objects have their new names
     * @param objectsBefore the SQL-defined objects before; their statements have the names before the migration
     * @param after the objects after
     * @param objectsAfter the SQL-defined objects after
     * @throws RefusedEffectException if a schema is impossible, for example because two objects have the same name
     */
    public CatalogTransition(
            List<ObjectDefinition> before,
            List<ObjectDefinition> objectsBefore,
            List<ObjectDefinition> after,
            List<ObjectDefinition> objectsAfter)
            throws RefusedEffectException {
        target.declare(after);
        target.declare(objectsAfter);
        target.connect(after);
        target.connect(objectsAfter);
        this.objectsBefore = objectsBefore;
        allAfter.addAll(after);
        allAfter.addAll(objectsAfter);
        List<ObjectDefinition> existing = UnchangedDependencies.of(before, objectsBefore, allAfter);
        catalog.declare(existing);
        catalog.declare(objectsBefore);
        catalog.connect(existing);
        existing.stream()
                .filter(definition -> definition.type() == ObjectType.VIEW)
                .forEach(view -> catalog.object(view.name()).ifPresent(object -> views.put(object, view)));
        guarantees = CatalogGuarantees.of(catalog, target);
    }

    /** The catalogs after the migration. */
    public SimulatedCatalog after() {
        return target;
    }

    /** What must hold after every step. */
    public CatalogGuarantees guarantees() {
        return guarantees;
    }

    /**
     * The catalogs before the migration. Call it once. Statements of SQL-defined objects have the names before the
     * declared renames, but call routines that are moved aside by their temporary names.
     *
     * @param renames the declared renames, in order; they are still to be made
     */
    public SimulatedCatalog before(List<CatalogEffect.Rename> renames) throws RefusedEffectException {
        undo(renames, false);
        catalog.connect(
                renames.isEmpty() ? UnchangedDependencies.of(objectsBefore, objectsBefore, allAfter) : objectsBefore);
        undo(renames, true);
        // Queries of views may have the names of columns before the renames.
        catalog.connectAlso(views);
        catalog.takeTouched();
        return catalog;
    }

    private void undo(List<CatalogEffect.Rename> renames, boolean ofRoutines) throws RefusedEffectException {
        for (int at = renames.size() - 1; at >= 0; at--) {
            CatalogEffect.Rename rename = renames.get(at);
            if ((rename.name().namespace() == CatalogNamespace.ROUTINE) == ofRoutines) {
                catalog.apply(rename.inverse());
            }
        }
    }
}
