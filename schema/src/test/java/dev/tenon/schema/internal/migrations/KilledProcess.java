package dev.tenon.schema.internal.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that die in the middle of their work, for good and without a word. */
final class KilledProcess {

    private static final int KILLED = 42;

    private KilledProcess() {}

    /** Runs a class in a process of its own, and says whether it died; it must not fail otherwise. */
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

    /** Steps on the disk of which the one of that number is the last thing that the process does. */
    static FileOperations dyingAt(int step) {
        return new BreakingOps(step) {
            @Override
            void instead() {
                Runtime.getRuntime().halt(KILLED);
            }
        };
    }
}
