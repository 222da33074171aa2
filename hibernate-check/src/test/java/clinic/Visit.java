package clinic;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** An entity whose key is embedded, and partly numbered. */
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
