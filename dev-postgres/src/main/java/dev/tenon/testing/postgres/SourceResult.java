package dev.tenon.testing.postgres;

/** The result of asking one source for a server. */
sealed interface SourceResult {
    /** A server accepts connections. */
    record Opened(Server server) implements SourceResult {}

    /** The source has no server, for this reason. */
    record Absent(String reason) implements SourceResult {}
}
