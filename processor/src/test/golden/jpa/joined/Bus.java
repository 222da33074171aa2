package example;

import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;

@Entity
@PrimaryKeyJoinColumns(@PrimaryKeyJoinColumn(name = "bus_no"))
class Bus extends Vehicle {
    int seats;
}
