package dev.tenon.testing.postgres;

/** One way to come by a server. */
interface Place {
    /**
     * Finds or starts a server here.
     *
     * @throws PostgresUnavailableException when this place was asked for expressly and fails
     */
    Attempt open(ServerKind kind);

    /** What somebody without a server could do to get one here. */
    String advice();
}
