package dev.tenon.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures durations, and computes medians. */
public final class Times {

    private Times() {}

    /** The work to measure. */
    public interface Work {
        /** Does the work. */
        void run() throws IOException, InterruptedException, SQLException;
    }

    /** Returns the duration in milliseconds. */
    public static long millis(Work work) throws IOException, InterruptedException, SQLException {
        return nanos(work) / 1_000_000;
    }

    /** Returns the duration in nanoseconds. */
    public static long nanos(Work work) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    /** Returns the median. */
    public static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** Returns JVM options for a short run, followed by the option for the class data archive. */
    public static String[] shortRun(String archive) {
        return new String[] {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", archive};
    }

    /** Runs a Java process on a database, and throws if it fails. */
    public static void java(String url, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", url);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + said);
        }
    }
}
