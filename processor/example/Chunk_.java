package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Float;
import java.lang.Long;
import java.lang.String;
import java.util.List;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
public final class Chunk_ {
    public static final String TABLE = "chunk";
    public static final String ID = "id";
    public static final String EMBEDDING = "embedding";
    public static final String HALF = "half";
    public static final String SPARSE = "sparse";
    public static final String BITS = "bits";
    public static final String NAMED = "named";
    public static final ColumnRef<Chunk, Long> id = new ColumnRef<Chunk, Long>("public", "chunk", "id");
    public static final ColumnRef<Chunk, float[]> embedding = new ColumnRef<Chunk, float[]>("public", "chunk", "embedding");
    public static final ColumnRef<Chunk, List<Float>> half = new ColumnRef<Chunk, List<Float>>("public", "chunk", "half");
    public static final ColumnRef<Chunk, String> sparse = new ColumnRef<Chunk, String>("public", "chunk", "sparse");
    public static final ColumnRef<Chunk, String> bits = new ColumnRef<Chunk, String>("public", "chunk", "bits");
    public static final ColumnRef<Chunk, float[]> named = new ColumnRef<Chunk, float[]>("public", "chunk", "named");

    private Chunk_() {}
}
