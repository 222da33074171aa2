package example;

import dev.tenon.annotation.Backfill;
import dev.tenon.annotation.Check;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.HalfVector;
import dev.tenon.annotation.HnswIndex;
import dev.tenon.annotation.Jsonb;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.TextSearch;
import dev.tenon.annotation.VectorMetric;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Annotations of Tenon in addition to those of Jakarta Persistence. */
@Entity
@TenantScoped
@Check("content <> ''")
class Passage {
    @Id
    @Default("gen_random_uuid()")
    UUID id;

    @Backfill("''")
    @Column(nullable = false)
    String content;

    @HalfVector(3)
    @HnswIndex(metric = VectorMetric.COSINE)
    float[] embedding;

    @TextSearch(of = "content")
    @GinIndex
    String searchText;

    @Jsonb
    Map<String, String> details;

    @ManyToOne
    Passage follows;

    @ElementCollection
    Set<String> keywords;
}
