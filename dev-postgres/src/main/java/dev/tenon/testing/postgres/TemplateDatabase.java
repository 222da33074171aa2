package dev.tenon.testing.postgres;

import org.jspecify.annotations.Nullable;

/** A database that is filled once and cloned often. */
final class TemplateDatabase {
    private final DevPostgres server;
    private final String key;
    private @Nullable TestDatabase filled;

    TemplateDatabase(DevPostgres server, String key) {
        this.server = server;
        this.key = key;
    }

    /** Returns the filled database, which allows no connections. */
    synchronized TestDatabase database(DatabaseInitializer initializer) {
        TestDatabase known = filled;
        if (known == null) {
            known = fill(server.database(), initializer);
            filled = known;
        }
        return known;
    }

    private TestDatabase fill(TestDatabase empty, DatabaseInitializer initializer) {
        try {
            initializer.initialize(empty);
            server.disallowConnections(empty);
            return empty;
        } catch (Exception e) {
            empty.close();
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException(
                    "could not fill the template database \"" + key + "\": " + e.getMessage(), e);
        }
    }
}
