package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own {@code pg_dump}, if it is on the path: a second comparison of two databases. */
final class PgDump {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private static final int NEWEST = newest();

    private PgDump() {}

    /** Whether it exists and can dump servers of that version, at most its own. */
    static boolean reads(int server) {
        return server <= NEWEST;
    }

    /** Returns the lines of a schema dump without comments, sorted. */
    static List<String> sorted(TestDatabase database) throws IOException {
        String dump = run("--schema-only", "--dbname=" + database.url());
        return dump.lines()
                .filter(line -> !line.startsWith("--") && !line.startsWith("\\") && !line.isBlank())
                .sorted()
                .toList();
    }

    private static int newest() {
        Optional<Path> program = List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, "pg_dump"))
                .filter(Files::isExecutable)
                .findFirst();
        try {
            Matcher version = VERSION.matcher(program.isPresent() ? run("--version") : "");
            int found = version.find() ? Integer.parseInt(version.group(1)) : 0;
            System.out.println(
                    found == 0
                            ? "tenon: pg_dump is not on the path, so dumps were NOT compared; apt-get install"
                                    + " postgresql-client"
                            : "tenon: dumps are compared by pg_dump " + found + ", on servers up to " + found);
            return found;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("pg_dump"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(output).isZero();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
        return output;
    }
}
