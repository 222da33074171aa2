package dev.tenon.testing.postgres;

/** The result of looking for a server in one place. */
sealed interface Attempt {
    /** A server accepts connections. */
    record Opened(Server server) implements Attempt {}

    /** The place has no server, for this reason. */
    record Absent(String reason) implements Attempt {}
}
