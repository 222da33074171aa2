package clinic;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Columns that are NULL if the object is null, although two of their types are primitive. */
@Embeddable
public class Vitals {
    int pulse;

    @Column
    double weight;

    @Column(nullable = false)
    int height;

    @Basic(optional = false)
    String taken = "";
}
