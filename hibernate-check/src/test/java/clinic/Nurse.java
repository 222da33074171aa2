package clinic;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;

/** An entity with field access, below a superclass with property access. */
@Entity
@Access(AccessType.FIELD)
public class Nurse extends Staff {

    @Column(length = 15)
    String shortName;

    Locker locker;

    @ElementCollection
    List<Shift> shifts = new ArrayList<>();

    public String getShown() {
        return shortName;
    }
}
