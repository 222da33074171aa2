package dev.tenon.runtime.killed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.runtime.Endurance;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A separate process with a migrator, which can be killed. */
final class MigratorProcess implements AutoCloseable {

    private final Process process;
    private final BufferedWriter jobs;
    private final BufferedReader answers;

    /** Starts the process, which waits for its first job. */
    MigratorProcess() {
        this(64);
    }

    /** Starts the process with that heap size in MiB. */
    MigratorProcess(int heap) {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx" + heap + "m",
                            "-Dtenon.endurance=" + Endurance.ASKED,
                            "-cp",
                            System.getProperty("java.class.path"),
                            MigratorMain.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        jobs = process.outputWriter(UTF_8);
        answers = process.inputReader(UTF_8);
    }

    /** Lets it migrate to the end. */
    void begin(TestDatabase database, Path migrations) throws IOException {
        begin(database.jdbcUrl(), migrations);
    }

    /** The same with the URL of another role's login. */
    void begin(String url, Path migrations) throws IOException {
        begin(url, migrations, "");
    }

    /** Lets it migrate to a place that is not in the file yet, where it waits to be killed. */
    void begin(TestDatabase database, Path migrations, Path places) throws IOException {
        begin(database.jdbcUrl(), migrations, places.toString());
    }

    /** The same with the URL of another role's login. */
    void begin(String url, Path migrations, Path places) throws IOException {
        begin(url, migrations, places.toString());
    }

    private void begin(String url, Path migrations, String places) throws IOException {
        jobs.write(url + "\t" + migrations + "\t" + places + "\n");
        jobs.flush();
    }

    /** Returns the outcome: {@code done}, {@code at} a place, or {@code failed}. */
    String answer() throws IOException {
        String line = answers.readLine();
        return line == null ? "gone" : line;
    }

    /** Kills it with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
