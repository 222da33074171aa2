package entities;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;

@Entity
public class Measurement {
    @Id
    Long id;

    @Column(precision = 20, scale = 2)
    BigInteger scaled;

    @Column(scale = 3)
    BigDecimal onlyScale;

    @Column(precision = 9)
    BigDecimal onlyPrecision;

    @Column(nullable = true)
    int mayBeNull;

    int never;
}
