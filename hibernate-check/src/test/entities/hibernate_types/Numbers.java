package p;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
public class Numbers {
    @Id
    @JdbcTypeCode(SqlTypes.INTEGER)
    Long id;

    @JdbcTypeCode(SqlTypes.TINYINT)
    Integer tiny;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Integer small;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Integer big;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    Long whole;

    @JdbcTypeCode(SqlTypes.DECIMAL)
    @Column(precision = 7, scale = 3)
    BigDecimal exact;

    @JdbcTypeCode(SqlTypes.REAL)
    Double real;

    @JdbcTypeCode(SqlTypes.DOUBLE)
    Float wide;

    @JdbcTypeCode(SqlTypes.FLOAT)
    Double floating;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Long written;

    @JdbcTypeCode(SqlTypes.BOOLEAN)
    Boolean truth;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration span;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Duration nanos;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    boolean flag;
}
