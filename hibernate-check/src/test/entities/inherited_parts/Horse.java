package entities;

import jakarta.persistence.*;

@Entity
public class Horse extends Animal {
    int hands;
}
