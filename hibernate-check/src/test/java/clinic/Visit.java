package clinic;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** An entity with an embedded key that is partly generated. */
@Entity
public class Visit {

    @EmbeddedId
    VisitKey id;

    @ManyToOne
    Visit follows;

    @ManyToOne(optional = false)
    @dev.tenon.annotation.Column(type = "bigint")
    Patient patient;
}
