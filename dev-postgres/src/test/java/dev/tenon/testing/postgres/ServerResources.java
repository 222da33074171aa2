package dev.tenon.testing.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * The process and folder of a local server, which must not remain.
 *
 * @param process its main process
 * @param folder the temporary folder of its data
 */
record ServerResources(long process, Path folder) {
    static ServerResources of(String jdbcUrl) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            Path data = Path.of(DevPostgresTest.text(statement, "show data_directory"));
            long process = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            return new ServerResources(process, requireNonNull(data.getParent()));
        }
    }

    boolean exist() {
        return Files.exists(folder) || ProcessHandle.of(process).isPresent();
    }

    boolean goneWithin(Duration timeout) throws InterruptedException {
        Instant end = Instant.now().plus(timeout);
        while (exist() && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        return !exist();
    }
}
