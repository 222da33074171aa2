package dev.tenon.testing.postgres;

/**
 * A server that accepts connections.
 *
 * @param address its maintenance database, entered as somebody who may create databases
 * @param origin where it came from, in words
 * @param stop ends what was started; does nothing for a server that was there before
 * @param ours whether it ends with this JVM, databases and all
 */
record Server(ServerAddress address, String origin, Runnable stop, boolean ours) {}
