package clinic;

import jakarta.persistence.Embeddable;

/** An embeddable with the access type of the attribute that contains it: field access. */
@Embeddable
public class Locker {
    private String lockerNumber;

    public String getShown() {
        return lockerNumber;
    }
}
