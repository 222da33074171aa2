package dev.tenon.example;

import dev.tenon.example.search.Embedding;
import dev.tenon.runtime.TenantSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Rows that survive the example's migrations: written with an old schema, and read with the current one. */
public final class Story {

    private static final UUID ORGANIZATION = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000001");
    private static final UUID PLAN = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000002");
    private static final UUID STEP = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000003");
    private static final UUID ARTIFACT = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000004");

    private Story() {}

    /**
     * Runs a chapter on the database of {@code DATABASE_URL}.
     *
     * @param arguments {@code after-1}, {@code after-2} or {@code today}: the applied migrations
     */
    public static void main(String[] arguments) throws SQLException {
        TenantSession tenants = Database.tenants();
        switch (arguments[0]) {
            case "after-1" -> System.out.println(tenants.call(ORGANIZATION, Story::plan));
            case "after-2" -> System.out.println(tenants.call(ORGANIZATION, Story::passage));
            case "today" -> System.out.println(tenants.call(ORGANIZATION, Story::read));
            default -> throw new IllegalArgumentException("no such chapter: " + arguments[0]);
        }
    }

    /** Plans had no question yet, and steps had an ordinal. */
    private static String plan(Connection connection) throws SQLException {
        Database.run(
                connection, "INSERT INTO organization (id, name, slug) VALUES (?, 'Old Ltd', 'old')", ORGANIZATION);
        Database.run(connection, "INSERT INTO research_plan (id, title) VALUES (?, 'Why is the sky blue?')", PLAN);
        Database.run(
                connection,
                "INSERT INTO research_step (id, plan_id, ordinal, title) VALUES (?, ?, 7, 'Look up')",
                STEP,
                PLAN);
        return "  a plan without a question, and a step with ordinal 7";
    }

    /** Passages had no embedding index yet. */
    private static String passage(Connection connection) throws SQLException {
        Database.run(
                connection,
                "INSERT INTO artifact (id, step_id, kind, name, media_type, size_bytes, storage_key)"
                        + " VALUES (?, ?, 'document', 'sky.txt', 'text/plain', 0, 'sky')",
                ARTIFACT,
                STEP);
        String content = "Air scatters short waves most.";
        Database.run(
                connection,
                "INSERT INTO document_chunk (artifact_id, position, content, embedding)"
                        + " VALUES (?, 0, ?, ?::halfvec)",
                ARTIFACT,
                content,
                Embedding.literal(Embedding.of(content)));
        return "  a passage with its embedding";
    }

    private static String read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT p.question, s.position, c.content FROM research_plan p"
                        + " JOIN research_step s ON s.plan_id = p.id JOIN artifact a ON a.step_id = s.id"
                        + " JOIN document_chunk c ON c.artifact_id = a.id")) {
            if (!row.next()) {
                throw new IllegalStateException("the rows of the story are gone");
            }
            return "  the plan asks \"" + row.getString(1) + "\", the step is at position " + row.getInt(2)
                    + ", the passage says \"" + row.getString(3) + "\"";
        }
    }
}
