package dev.tenon.example.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores passages and finds them by words and by meaning. It does not mention tenants: the connection belongs to a
 * tenant's session, and row-level security shows it only that tenant's rows.
 */
public final class ChunkStore {

    private static final String INSERT = """
            INSERT INTO document_chunk (id, artifact_id, position, heading, content, embedding)
            VALUES (?, ?, ?, ?, ?, ?::halfvec)""";

    /** Reciprocal rank fusion: passages that both searches rank high come first. */
    private static final String SEARCH = """
            WITH by_words AS (
                SELECT id, row_number() OVER (ORDER BY ts_rank_cd(search_text, query) DESC, id) AS rank
                FROM document_chunk, websearch_to_tsquery('english', ?) AS query
                WHERE search_text @@ query
                LIMIT 20
            ), nearest AS (
                SELECT id, embedding <#> ?::halfvec AS distance
                FROM document_chunk
                ORDER BY distance
                LIMIT 20
            ), by_meaning AS (
                SELECT id, row_number() OVER (ORDER BY distance, id) AS rank FROM nearest WHERE distance < 0
            )
            SELECT heading, content, coalesce(w.rank, 0) AS by_words, coalesce(m.rank, 0) AS by_meaning
            FROM document_chunk
            LEFT JOIN by_words w USING (id)
            LEFT JOIN by_meaning m USING (id)
            WHERE w.rank IS NOT NULL OR m.rank IS NOT NULL
            ORDER BY coalesce(1.0 / (60 + w.rank), 0) + coalesce(1.0 / (60 + m.rank), 0) DESC, content
            LIMIT ?""";

    private final Connection connection;

    public ChunkStore(Connection connection) {
        this.connection = connection;
    }

    /** Stores a passage for the session's tenant. */
    public void add(DocumentChunk chunk) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, chunk.id());
            insert.setObject(2, chunk.artifactId());
            insert.setInt(3, chunk.position());
            insert.setString(4, chunk.heading().orElse(null));
            insert.setString(5, chunk.content());
            insert.setString(6, chunk.embedding().map(Embedding::literal).orElse(null));
            insert.executeUpdate();
        }
    }

    /** Finds passages of the session's tenant that contain the words or have a similar meaning, best first. */
    public List<Hit> search(String words, int limit) throws SQLException {
        try (PreparedStatement search = connection.prepareStatement(SEARCH)) {
            search.setString(1, words);
            search.setString(2, Embedding.literal(Embedding.of(words)));
            search.setInt(3, limit);
            try (ResultSet rows = search.executeQuery()) {
                List<Hit> hits = new ArrayList<>();
                while (rows.next()) {
                    String heading = rows.getString("heading");
                    hits.add(new Hit(
                            heading == null ? "" : heading,
                            rows.getString("content"),
                            rows.getInt("by_words"),
                            rows.getInt("by_meaning")));
                }
                return hits;
            }
        }
    }
}
