package dev.tenon.imported;

import dev.tenon.schema.internal.sql.parse.RoutineBody;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;

/** The SQL scripts of the imported databases. */
final class Script {

    private Script() {}

    /** Returns the script of the database with that name. */
    static String named(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(Script.class.getResourceAsStream("/databases/" + name + ".sql"), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the script for a server that may lack pgvector. */
    static String withoutVectors(String name) throws IOException {
        return named(name).lines().filter(line -> !line.endsWith("-- pgvector")).collect(Collectors.joining("\n"));
    }

    /** Executes statements, each by itself: the driver would separate the parts of some bodies of routines. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String each : SqlScript.of(sql).statements()) {
                statement.execute(RoutineBody.inOnePiece(each));
            }
        }
    }
}
