package dev.tenon.benchmark.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * javac as a process that says at its end what it took: the processor time in milliseconds and the peak of its memory in
 * kibibytes, on one line of standard output.
 */
public final class MeasuredJavac {

    private MeasuredJavac() {}

    /** Compiles as {@code javac} would with these arguments. */
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

    /** The line {@code VmHWM} that Linux keeps for each process. */
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
