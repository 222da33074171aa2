package dev.tenon.testing.postgres;

import java.util.List;
import java.util.stream.Stream;

/** The settings of a server. A server for tests is fast, because its data need not survive a crash. */
final class ServerSettings {
    // Parallel maintenance is off, because before pgvector 0.8.2 a parallel HNSW build overflows a buffer
    // (CVE-2026-3172).
    private static final List<String> SETTINGS =
            List.of("max_wal_size=256MB", "max_connections=200", "max_parallel_maintenance_workers=0");

    private static final List<String> NOT_DURABLE =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private ServerSettings() {}

    /** Returns the settings as options of the command {@code postgres}. */
    static List<String> options(ServerKind kind) {
        return Stream.concat(SETTINGS.stream(), kind.durable() ? Stream.empty() : NOT_DURABLE.stream())
                .flatMap(setting -> Stream.of("-c", setting))
                .toList();
    }
}
