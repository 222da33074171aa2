package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** A vehicle without an engine. */
@Entity
public class Bike extends Vehicle {

    @ManyToOne
    Truck broughtBy;
}
