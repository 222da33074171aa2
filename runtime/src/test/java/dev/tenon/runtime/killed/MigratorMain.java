package dev.tenon.runtime.killed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonException;
import dev.tenon.runtime.WatchedSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that migrates once for each input line: it names a database, a directory and, if the process is to be
 * killed, the file with the places of earlier kills.
 */
final class MigratorMain {

    private MigratorMain() {}

    /** Answers each line with {@code done}, {@code at} and the place, or {@code failed} and the reason. */
    public static void main(String[] args) throws IOException {
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            String[] job = line.split("\t", -1);
            answer(migrate(job[0], Path.of(job[1]), job[2]));
        }
    }

    private static String migrate(String url, Path migrations, String places) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        try {
            int applied = Tenon.configure()
                    .dataSource(
                            places.isEmpty()
                                    ? source
                                    : new WatchedSource(source, new KillPoints(Path.of(places))).dataSource())
                    .migrations(migrations)
                    .listener(event -> {})
                    .lockTimeout(Duration.ofMinutes(2))
                    .load()
                    .migrate()
                    .applied()
                    .size();
            return "done " + applied;
        } catch (TenonException refused) {
            return "failed " + refused.getMessage();
        }
    }

    static void answer(String text) {
        System.out.println(text.replace('\n', ' '));
        System.out.flush();
    }
}
