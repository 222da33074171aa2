package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.String;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Measurement_ {
    public static final String TABLE = "measurement";
    public static final String CREATED_AT = "created_at";
    public static final String DELETED_AT = "deleted_at";
    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String VALUE = "value";
    public static final String PRECISION = "precision";
    public static final ColumnRef<Measurement, Instant> createdAt = new ColumnRef<Measurement, Instant>("public", "measurement", "created_at");
    public static final ColumnRef<Measurement, Instant> deletedAt = new ColumnRef<Measurement, Instant>("public", "measurement", "deleted_at");
    public static final ColumnRef<Measurement, UUID> id = new ColumnRef<Measurement, UUID>("public", "measurement", "id");
    public static final ColumnRef<Measurement, String> name = new ColumnRef<Measurement, String>("public", "measurement", "name");
    public static final ColumnRef<Measurement, List<BigDecimal>> value = new ColumnRef<Measurement, List<BigDecimal>>("public", "measurement", "value");
    public static final ColumnRef<Measurement, Integer> precision = new ColumnRef<Measurement, Integer>("public", "measurement", "precision");

    private Measurement_() {}
}
