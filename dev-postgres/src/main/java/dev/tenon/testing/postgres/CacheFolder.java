package dev.tenon.testing.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that keeps server trees between runs. */
final class CacheFolder {
    private CacheFolder() {}

    /**
     * Returns the first writable folder. For root, the user of the server must also have access to it.
     *
     * @throws IOException if there is none
     */
    static Path choose(Map<String, String> environment) throws IOException {
        return choose(environment, isRoot());
    }

    static Path choose(Map<String, String> environment, boolean root) throws IOException {
        List<Path> candidates = Stream.of(
                        environment.getOrDefault("XDG_CACHE_HOME", ""),
                        environment.containsKey("HOME") ? environment.get("HOME") + "/.cache" : "",
                        root ? "/var/cache" : "")
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "tenon", "postgres"))
                .toList();
        for (Path candidate : candidates) {
            if (!root || everybodyMayEnter(candidate)) {
                Files.createDirectories(candidate);
                if (Files.isWritable(candidate)) {
                    return candidate;
                }
            }
        }
        throw new IOException("no folder to keep server files in: set XDG_CACHE_HOME to one that can be written"
                + (root ? " and that everybody can enter" : "") + "; tried " + candidates);
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean everybodyMayEnter(Path folder) throws IOException {
        for (Path ancestor = folder; ancestor != null; ancestor = ancestor.getParent()) {
            if (Files.exists(ancestor)
                    && !Files.getPosixFilePermissions(ancestor).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
