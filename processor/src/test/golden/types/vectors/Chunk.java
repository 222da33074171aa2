package example;

import dev.tenon.annotation.BitVector;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.HalfVector;
import dev.tenon.annotation.HnswIndex;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.IvfflatIndex;
import dev.tenon.annotation.SparseVector;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Vector;
import dev.tenon.annotation.VectorMetric;
import java.util.List;

@Table
public class Chunk {
    @Id
    long id;

    @Vector(768)
    @HnswIndex(metric = VectorMetric.COSINE)
    @IvfflatIndex(metric = VectorMetric.L2, lists = 200, name = "chunk_rough_idx", where = "id > 0")
    float[] embedding;

    @HalfVector(1536)
    @HnswIndex(metric = VectorMetric.INNER_PRODUCT, m = 24, efConstruction = 200)
    List<Float> half;

    @SparseVector(30_000)
    @HnswIndex(metric = VectorMetric.L1)
    String sparse;

    @BitVector(64)
    @HnswIndex(metric = VectorMetric.JACCARD, name = "chunk_jaccard_idx")
    @HnswIndex(metric = VectorMetric.HAMMING, name = "chunk_hamming_idx")
    String bits;

    @Column(type = "halfvec(8)")
    float[] named;
}
