package dev.tenon.benchmark.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Runs javac and then prints its processor time in milliseconds and its peak memory in kibibytes, as one line on
 * standard output.
 */
public final class MeasuredJavac {

    private MeasuredJavac() {}

    /** Compiles with these arguments of {@code javac}. */
    public static void main(String[] arguments) throws IOException {
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        long cpu = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElseThrow();
        System.out.println(cpu + " " + peakKibibytes());
        System.exit(code);
    }

    /** Reads {@code VmHWM}, the peak memory that Linux records for each process. */
    private static long peakKibibytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> List.of(line.split("\\s+")))
                    .mapToLong(words -> Long.parseLong(words.get(1)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
