package dev.tenon.testing.postgres;

import java.util.regex.Pattern;

/**
 * Where the port of a container is published.
 *
 * @param bound the address on the engine's machine that the port is bound to
 * @param host the host at which this JVM reaches the port
 */
record PublishedPort(String bound, String host) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";
    private static final Pattern LOCAL = Pattern.compile("localhost|127\\.[0-9.]+|::1|\\[::1]");

    /**
     * Returns where to publish a port: for an engine on this machine, on its loopback interface only. The loopback interface of
     * another machine, or of the machine around this container, cannot be reached from here: there the port is bound to all
     * addresses, and the random password alone protects the server.
     *
     * @param engine the host of the engine's published ports, as Testcontainers determines it
     */
    static PublishedPort of(String engine) {
        return LOCAL.matcher(engine).matches()
                ? new PublishedPort(LOOPBACK, LOOPBACK)
                : new PublishedPort(EVERYWHERE, engine);
    }

    /** Returns what to tell of it, empty if the port can be reached from this machine only. */
    String remark() {
        return bound.equals(LOOPBACK) ? "" : " on another machine, where everybody who reaches it can try passwords,";
    }
}
