package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A second JVM that runs {@link ServerCommand} with a given environment; it always ends with the test. */
final class SpawnedJvm implements AutoCloseable {
    /** Disables all sources but the local server. */
    static final Map<String, String> NATIVE_ONLY = Map.of("DATABASE_URL", "", "DOCKER_HOST", "unix:///nowhere");

    private final Process process;

    private SpawnedJvm(Process process) {
        this.process = process;
    }

    static SpawnedJvm serve(Path log, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerCommand.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        return new SpawnedJvm(builder.start());
    }

    /** Returns the next line of standard output, "null" at its end. */
    String line() throws IOException {
        return String.valueOf(process.inputReader(UTF_8).readLine());
    }

    /** Returns the rest of standard output. */
    String rest() {
        return process.inputReader(UTF_8).lines().collect(Collectors.joining("\n"));
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Sends SIGTERM; unlike {@link Process#destroy}, it leaves standard input open. */
    void terminate() {
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the spawned JVM does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
