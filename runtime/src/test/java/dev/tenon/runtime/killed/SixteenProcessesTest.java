package dev.tenon.runtime.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen processes start to migrate at once, from a database without a history, through every kind of step. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SixteenProcessesTest {

    private static final int PROCESSES = 16;
    private static final int ROUNDS = Endurance.ASKED ? 50 : 2;

    private static final String HISTORY = """
            SELECT count(*) || ' rows, ' || count(DISTINCT (number, step)) || ' steps, '
                || count(*) FILTER (WHERE state = 'done') || ' done'
            FROM tenon.history""";

    private final List<MigratorProcess> processes = IntStream.range(0, PROCESSES)
            .mapToObj(number -> new MigratorProcess())
            .toList();

    @TempDir
    private Path temp;

    @AfterEach
    void end() {
        processes.forEach(MigratorProcess::close);
    }

    @Test
    void eachStepIsEnteredOnceAndNoProcessFails() throws Exception {
        Path migrations = Operations.migrations(temp.resolve("migrations"));
        for (int round = 1; round <= ROUNDS; round++) {
            try (TestDatabase database = DevPostgres.shared().database()) {
                for (MigratorProcess process : processes) {
                    process.begin(database, migrations);
                }
                List<String> answers = new ArrayList<>();
                for (MigratorProcess process : processes) {
                    answers.add(process.answer());
                }
                assertThat(answers).as("round " + round).containsOnlyOnce("done 4");
                assertThat(answers).filteredOn("done 0"::equals).hasSize(PROCESSES - 1);
                assertThat(text(database, HISTORY)).isEqualTo("18 rows, 18 steps, 18 done");
                assertThat(text(database, "SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                        .isEqualTo("0");
            }
        }
    }

    private static String text(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
