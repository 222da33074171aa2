package dev.tenon.runtime;

import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.schema.Leftover;
import java.util.List;
import java.util.Objects;

/**
 * The result of a baseline that accepted leftovers.
 *
 * @param state the state afterwards
 * @param leftovers what the database has beyond the snapshot, sorted
 * @param file the file that contains them, which reviewers read
 */
public record AcceptedBaseline(MigrationState state, List<Leftover> leftovers, String file) {
    public AcceptedBaseline {
        Objects.requireNonNull(state, "state");
        leftovers = List.copyOf(leftovers);
        Objects.requireNonNull(file, "file");
    }
}
