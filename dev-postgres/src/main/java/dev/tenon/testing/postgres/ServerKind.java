package dev.tenon.testing.postgres;

import java.util.Map;

/**
 * What a server must be.
 *
 * @param major the major version, 14 to 18
 * @param vector whether the extension {@code vector} is needed
 * @param durable whether what is committed must be on a disk, as where data is kept
 */
record ServerKind(int major, boolean vector, boolean durable) {
    private static final Map<Integer, String> BINARIES =
            Map.of(14, "14.23.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0");

    /** The kind nearly every test wants. */
    static final ServerKind SHARED = new ServerKind(17, true);

    /** A server that keeps its data as one in production does. */
    static final ServerKind DURABLE = new ServerKind(17, true, true);

    /** One for tests, whose data need not survive anything. */
    ServerKind(int major, boolean vector) {
        this(major, vector, false);
    }

    ServerKind {
        if (!BINARIES.containsKey(major)) {
            throw new IllegalArgumentException(
                    "there is no test server of PostgreSQL " + major + "; choose 14, 15, 16, 17 or 18");
        }
    }

    /** The version of the server binaries of this major version. */
    String binaries() {
        return BINARIES.getOrDefault(major, "");
    }
}
