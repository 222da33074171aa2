package example;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Set;

/** A hierarchy in one table; columns of subclasses are nullable. */
@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("A")
class Animal {
    @Id
    long id;

    @Column(nullable = false)
    String name;

    @Entity
    @DiscriminatorValue("D")
    static class Dog extends Animal {
        boolean good;

        @ManyToOne(optional = false)
        Animal friend;
    }

    @Entity
    @DiscriminatorValue("C")
    static class Cat extends Animal {
        int lives;

        @ElementCollection
        Set<String> toys;
    }
}
