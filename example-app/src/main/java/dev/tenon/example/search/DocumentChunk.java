package dev.tenon.example.search;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.HalfVector;
import dev.tenon.annotation.HnswIndex;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.TextSearch;
import dev.tenon.annotation.Unique;
import dev.tenon.annotation.VectorMetric;
import dev.tenon.example.base.BaseEntity;
import dev.tenon.example.research.Artifact;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passage of an artifact, found by its words through {@code search_text} and by its meaning through {@code embedding}. */
@Table(comment = "Passages of artifacts, for search")
@TenantScoped
@Unique(columns = {DocumentChunk_.ARTIFACT_ID, DocumentChunk_.POSITION})
public class DocumentChunk extends BaseEntity {

    @References(Artifact.class)
    private final UUID artifactId;

    @Check("position >= 0")
    private final int position;

    private final @Nullable String heading;

    private final String content;

    @HalfVector(1536)
    @HnswIndex(metric = VectorMetric.INNER_PRODUCT, m = 16, efConstruction = 128)
    @Column(comment = "Of unit length, so that the inner product orders as the cosine does")
    private float @Nullable [] embedding;

    @TextSearch(of = {"heading", "content"})
    @GinIndex
    private final @Nullable String searchText;

    public DocumentChunk(UUID artifactId, int position, @Nullable String heading, String content) {
        this.artifactId = artifactId;
        this.position = position;
        this.heading = heading;
        this.content = content;
        this.searchText = null;
    }

    public UUID artifactId() {
        return artifactId;
    }

    public int position() {
        return position;
    }

    public Optional<String> heading() {
        return Optional.ofNullable(heading);
    }

    public String content() {
        return content;
    }

    public Optional<float[]> embedding() {
        return Optional.ofNullable(embedding).map(float[]::clone);
    }

    /** The search vector, which the server computes. */
    public Optional<String> searchText() {
        return Optional.ofNullable(searchText);
    }

    public void embed(float[] vector) {
        embedding = vector.clone();
        touch();
    }
}
