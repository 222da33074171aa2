package shop;

import jakarta.persistence.Entity;

/** A place with shelves. */
@Entity
public class Warehouse extends Place {

    int shelves;

    public int getShelves() {
        return shelves;
    }

    public void setShelves(int shelves) {
        this.shelves = shelves;
    }
}
