package clinic;

import jakarta.persistence.Embeddable;

/** Read like the hierarchy of the entity that has several of it: here by its getter. */
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
