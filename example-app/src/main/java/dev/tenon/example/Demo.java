package dev.tenon.example;

import dev.tenon.example.search.ChunkStore;
import dev.tenon.example.search.DocumentChunk;
import dev.tenon.example.search.Embedding;
import dev.tenon.example.search.Hit;
import dev.tenon.runtime.TenantSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Two tenants store passages in one table and search it with the same words; each prints its results. */
public final class Demo {

    private static final String SEARCH = "battery storage costs";

    private static final Map<String, List<String>> PASSAGES = new TreeMap<>(Map.of(
            "Aurora Labs",
            List.of(
                    "Costs of battery storage fell by a third when cells were bought in larger lots.",
                    "Heat pumps halve the energy that old houses need in winter.",
                    "Storage pays off where prices change within a day."),
            "Borealis AG",
            List.of(
                    "Our secret: the new battery needs no cobalt, and its storage costs half as much.",
                    "The board meets in Oslo on the first Monday of each month.")));

    private final TenantSession tenants;

    private Demo(TenantSession tenants) {
        this.tenants = tenants;
    }

    /**
     * Runs the demo on the database of {@code DATABASE_URL}, which has the example's migrations.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws SQLException {
        Demo demo = new Demo(Database.tenants());
        Map<String, UUID> organizations = new TreeMap<>();
        for (Map.Entry<String, List<String>> tenant : PASSAGES.entrySet()) {
            organizations.put(tenant.getKey(), demo.store(tenant.getKey(), tenant.getValue()));
        }
        for (Map.Entry<String, UUID> tenant : organizations.entrySet()) {
            demo.search(tenant.getKey(), tenant.getValue());
        }
    }

    private UUID store(String name, List<String> passages) throws SQLException {
        UUID organization = UUID.randomUUID();
        tenants.call(organization, connection -> {
            UUID artifact = artifact(connection, organization, name);
            ChunkStore chunks = new ChunkStore(connection);
            for (int i = 0; i < passages.size(); i++) {
                DocumentChunk chunk = new DocumentChunk(artifact, i, null, passages.get(i));
                chunk.embed(Embedding.of(passages.get(i)));
                chunks.add(chunk);
            }
            return artifact;
        });
        System.out.println("  " + name + " stored " + passages.size() + " passages");
        return organization;
    }

    /** The parent rows of a passage. Only the first statement names the tenant; for the others, the session does. */
    private static UUID artifact(Connection connection, UUID organization, String name) throws SQLException {
        UUID plan = UUID.randomUUID();
        UUID step = UUID.randomUUID();
        UUID artifact = UUID.randomUUID();
        Database.run(
                connection,
                "INSERT INTO organization (id, name, slug) VALUES (?, ?, 'demo-' || left(?::text, 8))",
                organization,
                name,
                organization);
        Database.run(
                connection,
                "INSERT INTO research_plan (id, title, question) VALUES (?, 'Storage', 'What does storage cost?')",
                plan);
        Database.run(
                connection,
                "INSERT INTO research_step (id, plan_id, position, title) VALUES (?, ?, 0, 'Read')",
                step,
                plan);
        Database.run(
                connection,
                "INSERT INTO artifact (id, step_id, kind, name, media_type, size_bytes, storage_key)"
                        + " VALUES (?, ?, 'document', 'notes.txt', 'text/plain', 0, ?)",
                artifact,
                step,
                artifact.toString());
        return artifact;
    }

    private void search(String name, UUID organization) throws SQLException {
        List<Hit> hits = tenants.call(organization, connection -> new ChunkStore(connection).search(SEARCH, 5));
        System.out.println("  " + name + " searches \"" + SEARCH + "\" and sees:");
        for (Hit hit : hits) {
            System.out.printf(
                    "    words %s  meaning %s  %s%n", rank(hit.byWords()), rank(hit.byMeaning()), hit.content());
        }
    }

    private static String rank(int rank) {
        return rank == 0 ? "--" : "#" + rank;
    }
}
