package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A migration of the directory with its status in the database.
 *
 * @param migration the migration
 * @param status its status
 */
public record DirectoryStatus(Migration migration, MigrationStatus status) {

    /** Pairs the migrations with their statuses; one whose replaced migrations are applied instead has none. */
    public static List<DirectoryStatus> of(List<Migration> migrations, MigrationState state) {
        Map<MigrationName, MigrationStatus> statuses = new HashMap<>();
        state.migrations().forEach(each -> statuses.put(each.migration(), each));
        List<DirectoryStatus> paired = new ArrayList<>();
        for (Migration migration : migrations) {
            MigrationStatus status = statuses.get(migration.name());
            if (status != null) {
                paired.add(new DirectoryStatus(migration, status));
            }
        }
        return paired;
    }

    /** Returns the pairs of the migrations that are not applied in full. */
    public static List<DirectoryStatus> pending(List<Migration> migrations, MigrationState state) {
        return of(migrations, state).stream()
                .filter(each -> each.status().progress() != MigrationProgress.APPLIED)
                .toList();
    }
}
