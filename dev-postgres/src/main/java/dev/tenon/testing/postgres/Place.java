package dev.tenon.testing.postgres;

/** A way to get a server. */
interface Place {
    /**
     * Finds or starts a server.
     *
     * @throws PostgresUnavailableException if the user requested this place explicitly and it fails
     */
    Attempt open(ServerKind kind);

    /** Returns advice for a user without a server. */
    String advice();
}
