package dev.tenon.runtime;

import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.util.List;

/**
 * What a database is migrated to.
 *
 * @param migrations all that it needs, in their order
 * @param target the schema after them
 */
record MigrationTarget(List<Migration> migrations, Schema target) {

    MigrationTarget {
        migrations = List.copyOf(migrations);
    }
}
