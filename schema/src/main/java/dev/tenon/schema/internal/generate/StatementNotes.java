package dev.tenon.schema.internal.generate;

import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogNamespace;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import java.util.List;

/** Says what a running application will see of a statement, in addition to its locks, for a comment in the file. */
final class StatementNotes {

    private static final String BATCHES =
            "tenon migrate puts the range of each batch in the place of this range of ctid";

    private static final String INSERTS = "from here on, inserts that do not set the new column fail";

    private static final String CACHED_PLANS =
            "a prepared statement that returns the column or * may fail once: cached plan must not change result type";

    private static final String MOVED = "from here on, the column is the last one of its table";

    private static final String TYPE_LOOKUP =
            "a statement that still uses the old type may fail once: cache lookup failed for type";

    private StatementNotes() {}

    /** The notes on a statement. */
    static List<String> of(Statement statement) {
        if (statement.mode() == StepMode.BATCHES) {
            return List.of(BATCHES);
        }
        return statement.ddl().effects().stream()
                .flatMap(effect -> of(effect, statement.change()).stream())
                .distinct()
                .toList();
    }

    private static List<String> of(CatalogEffect effect, Change change) {
        boolean required = change instanceof ColumnChange.Add add
                && !add.column().nullable()
                && add.column().defaultValue().isEmpty();
        if (required && requires(effect)) {
            return List.of(INSERTS);
        }
        boolean cutover = effect instanceof CatalogEffect.Rename rename
                && rename.name().namespace() == CatalogNamespace.COLUMN
                && !(change instanceof ColumnChange.Rename);
        if (cutover) {
            return List.of(MOVED, CACHED_PLANS);
        }
        if (effect instanceof CatalogEffect.ChangeType) {
            return List.of(CACHED_PLANS);
        }
        boolean former =
                effect instanceof CatalogEffect.Drop drop && drop.name().namespace() == CatalogNamespace.TYPE;
        return former && change instanceof EnumChange.Recreate ? List.of(TYPE_LOOKUP) : List.of();
    }

    /** Whether a new column needs a value after the effect: its check is created, or the default of old rows goes. */
    private static boolean requires(CatalogEffect effect) {
        return (effect instanceof CatalogEffect.Create create
                        && create.object().name().namespace() == CatalogNamespace.CONSTRAINT)
                || (effect instanceof CatalogEffect.Alter alter && alter.attribute() == ObjectAttribute.DEFAULT);
    }
}
