package dev.tenon.schema.internal.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs processes that halt abruptly in the middle of a write. */
final class KilledProcess {

    private static final int KILLED = 42;

    private KilledProcess() {}

    /** Runs a class in its own process and returns whether it halted; any other failure is an error. */
    static boolean run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isIn(0, KILLED);
        return process.exitValue() == KILLED;
    }

    /** File operations that halt the process at the operation of that number. */
    static FileOperations dyingAt(int step) {
        return new BreakingOps(step) {
            @Override
            void instead() {
                Runtime.getRuntime().halt(KILLED);
            }
        };
    }
}
