package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The binaries of a server in the cache folder; {@code provision.sh} builds them if they are missing. */
final class ServerBinaries {
    private ServerBinaries() {}

    /**
     * Returns the folder of this kind.
     *
     * @throws IOException if it cannot be built here; the message gives the reason
     */
    static Path of(ServerKind kind, Path cache) throws IOException, InterruptedException {
        ShellScript script = ShellScript.named("provision.sh");
        String flavour = kind.vector() ? "vector" : "plain";
        Path binaries = cache.resolve(kind.binaries() + "-" + flavour + "-" + script.fingerprint());
        if (Files.isDirectory(binaries)) {
            return binaries;
        }
        ProcessBuilder command = new ProcessBuilder(
                        "sh", script.in(cache).toString(), binaries.toString(), kind.binaries(), flavour)
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
        return binaries;
    }
}
