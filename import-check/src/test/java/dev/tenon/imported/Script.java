package dev.tenon.imported;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** SQL of the databases that are imported. */
final class Script {

    private Script() {}

    /** The script that makes the database of that name. */
    static String named(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(Script.class.getResourceAsStream("/databases/" + name + ".sql"), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
