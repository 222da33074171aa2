package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The binaries of a server in the cache folder; {@code provision.sh} builds them if they are missing. */
final class ServerTree {
    private ServerTree() {}

    /**
     * Returns the folder of this kind.
     *
     * @throws IOException if it cannot be built here; the message gives the reason
     */
    static Path of(ServerKind kind, Path cache) throws IOException, InterruptedException {
        Script script = Script.named("provision.sh");
        String flavour = kind.vector() ? "vector" : "plain";
        Path tree = cache.resolve(kind.binaries() + "-" + flavour + "-" + script.fingerprint());
        if (Files.isDirectory(tree)) {
            return tree;
        }
        ProcessBuilder command = new ProcessBuilder(
                        "sh", script.in(cache).toString(), tree.toString(), kind.binaries(), flavour)
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        String java = System.getProperty("java.home");
        if (Files.isExecutable(Path.of(java, "bin", "jar"))) {
            command.environment().put("JAVA_HOME", java);
        }
        Process process = command.start();
        String reason = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(reason.isEmpty() ? "building a server ended with exit code " + exit : reason);
        }
        return tree;
    }
}
