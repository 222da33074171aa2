package dev.tenon.testing.postgres;

import java.util.Map;

/**
 * The requirements on a server.
 *
 * @param major the major version, 14 to 18
 * @param vector whether it needs the extension {@code vector}
 * @param durable whether commits must be durable, as in production
 */
record ServerKind(int major, boolean vector, boolean durable) {
    private static final Map<Integer, String> BINARIES =
            Map.of(14, "14.23.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0");

    /** The kind for nearly every test. */
    static final ServerKind SHARED = new ServerKind(17, true);

    /** A server with durable commits, as in production. */
    static final ServerKind DURABLE = new ServerKind(17, true, true);

    /** Creates a kind for tests, whose data need not survive a crash. */
    ServerKind(int major, boolean vector) {
        this(major, vector, false);
    }

    ServerKind {
        if (!BINARIES.containsKey(major)) {
            throw new IllegalArgumentException(
                    "there is no test server of PostgreSQL " + major + "; choose 14, 15, 16, 17 or 18");
        }
    }

    /** Returns the release of the server binaries for this major version. */
    String binaries() {
        return BINARIES.getOrDefault(major, "");
    }
}
