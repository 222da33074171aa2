package example;

import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;

/** Names, sizes and nullability of columns, and attributes without a column. */
@Entity
class Item {
    static int count;

    @Id
    long id;

    String title;

    @Column(name = "articleNo", length = 20, nullable = false, unique = true, comment = "as on the invoice")
    String number;

    @Column(precision = 10, scale = 3, check = @CheckConstraint(name = "weighs", constraint = "weight > 0"))
    BigDecimal weight;

    @Column(secondPrecision = 3)
    Instant soldAt;

    @Column(columnDefinition = "jsonb NOT NULL DEFAULT '{}'")
    String details;

    @Basic(optional = false)
    String color;

    @Column(name = "\"Shelf No\"")
    Integer shelf;

    boolean active;

    @Version
    int version;

    @Transient
    String label;

    transient String cache;
}
