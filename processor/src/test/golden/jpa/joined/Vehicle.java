package example;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;

/** A hierarchy with a table for the attributes of each class. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn
class Vehicle {
    @Id
    @GeneratedValue
    Long id;

    String plate;

    @Entity
    static class Car extends Vehicle {
        int doors;
    }

    @Entity
    @PrimaryKeyJoinColumn(name = "truckId")
    static class Truck extends Vehicle {
        int axles;
    }

    @Entity
    static class Trip {
        @Id
        long id;

        @ManyToOne
        Truck truck;
    }
}
