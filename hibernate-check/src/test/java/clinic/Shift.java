package clinic;

import jakarta.persistence.Embeddable;

/** An embeddable with the access type of the entity that has a collection of it: property access. */
@Embeddable
public class Shift {
    private String kept;

    public String getShiftName() {
        return kept;
    }

    public void setShiftName(String shiftName) {
        this.kept = shiftName;
    }
}
