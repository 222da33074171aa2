package dev.tenon.schema.internal.generate;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.TableChange;
import java.util.ArrayList;
import java.util.List;

/** Finds possible renames: a dropped and a created object of the same kind. */
public final class RenameCandidates {

    private RenameCandidates() {}

    /**
     * A possible rename.
     *
     * @param before the object that would be dropped
     * @param after the object that would be created
     */
    public record Candidate(ObjectPath before, ObjectPath after) {

        /** The rename in the syntax of {@link RenameOptions} and {@code --rename}. */
        public String optionValue() {
            return before.display() + "=" + after.display();
        }
    }

    /** The candidates among the changes: tables, enum types, and columns of the same type in one table. */
    public static List<Candidate> in(List<Change> changes) {
        List<Candidate> candidates = new ArrayList<>();
        for (Change drop : changes) {
            for (Change add : changes) {
                if (mayBeOne(drop, add)) {
                    candidates.add(new Candidate(drop.path(), add.path()));
                }
            }
        }
        return candidates;
    }

    private static boolean mayBeOne(Change drop, Change add) {
        if (drop instanceof ColumnChange.Drop gone && add instanceof ColumnChange.Add fresh) {
            return gone.table().equals(fresh.table())
                    && gone.column().type().equals(fresh.column().type());
        }
        return (drop instanceof TableChange.Drop && add instanceof TableChange.Create)
                || (drop instanceof EnumChange.Drop && add instanceof EnumChange.Create);
    }
}
