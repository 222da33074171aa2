package clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/** An entity whose key is a reference with a type of Tenon's, and a number. */
@Entity
@IdClass(ChartId.class)
public class Chart {

    @Id
    @ManyToOne
    @dev.tenon.annotation.Column(type = "bigint")
    Patient patient;

    @Id
    @dev.tenon.annotation.Column(type = "integer")
    int page;

    @OneToOne
    Chart continues;
}
