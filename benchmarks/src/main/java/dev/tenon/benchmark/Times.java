package dev.tenon.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes the time of things, and the middle of many times. */
public final class Times {

    private Times() {}

    /** Something that takes its time. */
    public interface Work {
        /** Does it. */
        void run() throws IOException, InterruptedException, SQLException;
    }

    /** How many milliseconds it takes. */
    public static long millis(Work work) throws IOException, InterruptedException, SQLException {
        return nanos(work) / 1_000_000;
    }

    /** How many nanoseconds it takes. */
    public static long nanos(Work work) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    /** The one in the middle. */
    public static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** The options of a virtual machine that lives for a moment, and one for the archive of its classes. */
    public static String[] shortRun(String archive) {
        return new String[] {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", archive};
    }

    /** Runs a Java process to its end, on a database; it must succeed. */
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
