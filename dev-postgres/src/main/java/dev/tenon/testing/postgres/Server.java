package dev.tenon.testing.postgres;

/**
 * A server that accepts connections.
 *
 * @param address its maintenance database, with a user that may create databases
 * @param origin the source that provided it
 * @param stop stops what was started; does nothing for an existing server
 * @param endsWithJvm whether it ends with this JVM, including its databases
 */
record Server(ServerAddress address, String origin, Runnable stop, boolean endsWithJvm) {}
