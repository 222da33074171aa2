package dev.tenon.runtime.migrate;

import dev.tenon.runtime.fault.Fault;
import java.util.List;

/**
 * The directory compared with the database.
 *
 * @param applied how many migrations the database has applied in full, including those that the directory lacks
 * @param migrations the migrations of the directory, in order; instead of a squashed one those that it replaces, if the
 *     database has applied them
 * @param faults applied migrations that the directory lacks or has in another form; while there are any, no migration
 *     runs
 */
public record MigrationState(int applied, List<MigrationStatus> migrations, List<Fault> faults) {

    public MigrationState {
        migrations = List.copyOf(migrations);
        faults = List.copyOf(faults);
    }

    /** How many migrations the directory has. */
    public int expected() {
        return migrations.size();
    }

    /** How many of them are not applied, or not in full. */
    public int pending() {
        return (int) migrations.stream()
                .filter(migration -> migration.progress() != MigrationProgress.APPLIED)
                .count();
    }

    /** Whether the database has applied exactly the migrations of the directory. */
    public boolean isCurrent() {
        return pending() == 0 && applied == expected() && faults.isEmpty();
    }

    /** The state in one line. */
    public String text() {
        return "Migration state: " + applied + " applied, " + expected() + " expected, " + pending() + " pending";
    }
}
