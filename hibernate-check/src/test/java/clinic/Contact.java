package clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** An object that is stored as a document. */
@Embeddable
public class Contact {
    String phoneNumber;

    @Column(name = "called", nullable = false, length = 80)
    String fullName = "";

    @Column(nullable = false)
    Integer priority = 1;

    int calls;

    @Enumerated(EnumType.STRING)
    Ward lastWard;

    @Enumerated
    @Column(nullable = false)
    Ward worksIn = Ward.NORTH;
}
