package dev.tenon.testing.postgres;

import java.util.Map;

/**
 * What a server must be: its major version, and whether pgvector must be in it.
 *
 * @param major the major version, 15 to 18
 * @param vector whether the extension {@code vector} is needed
 */
record ServerKind(int major, boolean vector) {
    private static final Map<Integer, String> BINARIES =
            Map.of(15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0");

    /** The kind nearly every test wants. */
    static final ServerKind SHARED = new ServerKind(17, true);

    ServerKind {
        if (!BINARIES.containsKey(major)) {
            throw new IllegalArgumentException(
                    "there is no test server of PostgreSQL " + major + "; choose 15, 16, 17 or 18");
        }
    }

    /** The version of the server binaries of this major version. */
    String binaries() {
        return BINARIES.getOrDefault(major, "");
    }
}
