package dev.tenon.benchmark.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The measurement of a process, or of a call within one.
 *
 * @param wallMillis the wall time
 * @param peakKibibytes the peak resident memory of the process; 0 for a call
 */
record Measured(long wallMillis, long peakKibibytes) {

    private static final long GLANCE_MILLIS = 2;

    /** Runs a process, and polls its memory until it ends. */
    static Measured run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path said = Files.createTempFile("tenon-benchmark", ".txt");
        try {
            builder.redirectErrorStream(true).redirectOutput(said.toFile());
            long start = System.nanoTime();
            Process process = builder.start();
            long peak = 0;
            while (process.isAlive()) {
                peak = Math.max(peak, peakKibibytes(process.pid()));
                Thread.sleep(GLANCE_MILLIS);
            }
            long millis = millisSince(start);
            if (process.waitFor() != 0) {
                throw new IOException(builder.command() + " failed: " + Files.readString(said));
            }
            return new Measured(millis, peak);
        } finally {
            Files.delete(said);
        }
    }

    /** Runs the work in this process. */
    static Measured call(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return new Measured(millisSince(start), 0);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Reads {@code VmHWM}, the peak memory that Linux records for each process; 0 if the process has just ended. */
    private static long peakKibibytes(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> List.of(line.split("\\s+")))
                    .mapToLong(words -> Long.parseLong(words.get(1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
