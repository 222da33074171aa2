package dev.tenon.runtime;

import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.util.List;

/**
 * The target of a run.
 *
 * @param migrations all migrations that it needs, in order
 * @param target the schema after them
 */
record MigrationTarget(List<Migration> migrations, Schema target) {

    MigrationTarget {
        migrations = List.copyOf(migrations);
    }
}
