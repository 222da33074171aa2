package p;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
public class Several {
    @Id
    Long id;

    @Array(length = 5)
    int[] five;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> names;

    @JdbcTypeCode(SqlTypes.ARRAY)
    Set<Long> numbers;

    @JdbcTypeCode(SqlTypes.ARRAY)
    Level[] levels;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Level level;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Level spelled;

    @JdbcTypeCode(SqlTypes.INTEGER)
    Level counted;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 4)
    Level fixed;
}
