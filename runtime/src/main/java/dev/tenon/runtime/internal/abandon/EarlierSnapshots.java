package dev.tenon.runtime.internal.abandon;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import java.util.Optional;
import java.util.Set;

/** The schemas of databases that lack some of the migrations of a directory. */
public interface EarlierSnapshots {

    /** Returns the schema of a database that lacks these migrations; empty if it cannot be determined. */
    Optional<Schema> without(Set<MigrationName> missing);
}
