package dev.tenon.testing.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A local server, from binaries in the cache folder. */
final class NativeSource implements ServerSource {
    private final Map<String, String> environment;

    NativeSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public SourceResult open(ServerKind kind) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return new SourceResult.Absent("this is " + System.getProperty("os.name") + ", not Linux");
        }
        try {
            Path cache = CacheFolder.choose(environment);
            Path binaries = ServerBinaries.of(kind, cache);
            NativeServer server = NativeServer.start(
                    binaries, cache, DataFolder.choose(kind.durable()), ServerSettings.options(kind));
            String origin =
                    "PostgreSQL " + kind.binaries() + (kind.vector() ? " with pgvector" : "") + " from " + binaries;
            return new SourceResult.Opened(new Server(server.address(), origin, server::stop, true));
        } catch (IOException e) {
            return new SourceResult.Absent(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailableException("interrupted while a server was built", e);
        }
    }

    @Override
    public String advice() {
        return "use Debian Linux with Maven, gcc and apt, where a server is built and kept without installing it";
    }
}
