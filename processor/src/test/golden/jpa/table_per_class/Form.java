package example;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

/** A hierarchy with a complete table for each class; references to the whole hierarchy have no constraint. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Form {
    @Id
    @GeneratedValue
    Long id;

    String color;

    @Entity
    static class Circle extends Form {
        double radius;
    }

    @Entity
    static class Square extends Form {
        double side;
    }

    @Entity
    static class Drawing {
        @Id
        long id;

        @ManyToOne
        Form any;

        @ManyToOne
        Circle circle;
    }
}
