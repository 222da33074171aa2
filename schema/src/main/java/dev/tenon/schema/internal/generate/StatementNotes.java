package dev.tenon.schema.internal.generate;

import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.PartitionChange;
import dev.tenon.schema.internal.diff.IndexChange;
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

    private static final String REFUSED =
            "from here on until the partition is attached, new and changed rows that belong to it are refused";

    private static final String MOVED_ROWS = "nothing moves while a foreign key references the partition; a transaction with"
            + " an older snapshot (REPEATABLE READ) may miss moved rows";
    private static final String OLD_RESULTS =
            "until this index takes its place, queries that use the old one find rows by the old definition";

    private static final String WRITERS = "waits for statements that still write rows with the old definition";

    private StatementNotes() {}

    /** The notes on a statement. */
    static List<String> of(Statement statement) {
        if (statement.mode() == StepMode.BATCHES) {
            return List.of(BATCHES);
        }
        if (statement.change() instanceof ColumnChange.Recompute) {
            return List.of(WRITERS);
        }
        return statement.ddl().effects().stream()
                .flatMap(effect -> of(effect, statement.change()).stream())
                .distinct()
                .toList();
    }

    private static List<String> of(CatalogEffect effect, Change change) {
        if (change instanceof PartitionChange.Create) {
            return ofNewPartition(effect);
        }
        boolean required = change instanceof ColumnChange.Add add
                && !add.column().nullable()
                && add.column().defaultValue().isEmpty();
        if (required && requires(effect)) {
            return List.of(INSERTS);
        }
        boolean rebuilt = change instanceof IndexChange.Replace index
                && index.before().equals(index.after());
        if (rebuilt && effect instanceof CatalogEffect.Create) {
            return List.of(OLD_RESULTS);
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

    /** The default partition refuses rows of the new one before they move. */
    private static List<String> ofNewPartition(CatalogEffect effect) {
        if (effect instanceof CatalogEffect.MoveRows) {
            return List.of(MOVED_ROWS);
        }
        boolean refuses = effect instanceof CatalogEffect.Create create
                && create.object().name().namespace() == CatalogNamespace.CONSTRAINT
                && Boolean.FALSE.equals(create.object().attributes().get(ObjectAttribute.VALIDATED));
        return refuses ? List.of(REFUSED) : List.of();
    }

    /** Whether a new column needs a value after the effect: its check is created, or the default of old rows goes. */
    private static boolean requires(CatalogEffect effect) {
        return (effect instanceof CatalogEffect.Create create
                        && create.object().name().namespace() == CatalogNamespace.CONSTRAINT)
                || (effect instanceof CatalogEffect.Alter alter && alter.attribute() == ObjectAttribute.DEFAULT);
    }
}
