package clinic;

import jakarta.persistence.Embeddable;

/** Read like the attribute that holds it: here by its field. */
@Embeddable
public class Locker {
    private String lockerNumber;

    public String getShown() {
        return lockerNumber;
    }
}
