package p;

import dev.tenon.annotation.HalfVector;
import dev.tenon.annotation.HnswIndex;
import dev.tenon.annotation.Vector;
import dev.tenon.annotation.VectorMetric;
import jakarta.persistence.*;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
public class Passage {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.VECTOR)
    @Array(length = 3)
    float[] plain = {1, 2, 3};

    @JdbcTypeCode(SqlTypes.VECTOR_FLOAT16)
    @Array(length = 3)
    @HnswIndex(metric = VectorMetric.COSINE)
    float[] half = {1, 2, 3};

    @Vector(3)
    @JdbcTypeCode(SqlTypes.VECTOR_FLOAT32)
    @Array(length = 3)
    float[] said = {1, 2, 3};

    @HalfVector(3)
    @JdbcTypeCode(SqlTypes.VECTOR_FLOAT16)
    @Array(length = 3)
    float[] saidHalf = {1, 2, 3};

    @JdbcTypeCode(SqlTypes.VECTOR_BINARY)
    @Array(length = 16)
    byte[] bits = {1, 2};
}
