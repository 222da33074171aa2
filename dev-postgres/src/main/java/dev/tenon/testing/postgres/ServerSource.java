package dev.tenon.testing.postgres;

/** A way to get a server. */
interface ServerSource {
    /**
     * Finds or starts a server.
     *
     * @throws PostgresUnavailableException if the user requested this source explicitly and it fails
     */
    SourceResult open(ServerKind kind);

    /** Returns advice for a user without a server. */
    String advice();
}
