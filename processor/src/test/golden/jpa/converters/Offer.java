package example;

import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Converted attributes of embedded values. */
@Entity
class Offer {
    @Id
    long id;

    @Converts(@Convert(attributeName = "final_", converter = Price.YesNo.class))
    Terms terms;

    @Embeddable
    static class Terms {
        boolean final_;
        boolean open;
    }
}
