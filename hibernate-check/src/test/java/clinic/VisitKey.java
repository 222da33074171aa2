package clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import java.io.Serializable;

/** A key with types of Tenon's. */
@Embeddable
public record VisitKey(
        @dev.tenon.annotation.Column(type = "varchar(255)") String house,

        @Column(name = "visit_no")
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @dev.tenon.annotation.Column(type = "bigint")
        Long visitNumber)
        implements Serializable {}
