package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** A place for customers. */
@Entity
public class Counter extends Place {

    Warehouse filledFrom;

    @ManyToOne
    public Warehouse getFilledFrom() {
        return filledFrom;
    }

    public void setFilledFrom(Warehouse filledFrom) {
        this.filledFrom = filledFrom;
    }
}
