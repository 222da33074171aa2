package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;

/** A vehicle with axles. */
@Entity
@PrimaryKeyJoinColumn(name = "truckNo")
public class Truck extends Vehicle {

    int axles;
}
