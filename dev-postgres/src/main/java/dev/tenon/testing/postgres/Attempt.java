package dev.tenon.testing.postgres;

/** What came of looking for a server in one place. */
sealed interface Attempt {
    /** A server accepts connections. */
    record Opened(Server server) implements Attempt {}

    /** There is none in this place, for this reason. */
    record Absent(String reason) implements Attempt {}
}
