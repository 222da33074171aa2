package dev.tenon.imported;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;

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

    /** That script for a server that need not have pgvector. */
    static String withoutVectors(String name) throws IOException {
        return named(name).lines().filter(line -> !line.endsWith("-- pgvector")).collect(Collectors.joining("\n"));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
