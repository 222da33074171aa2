package example;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Columns of superclasses, including generic ones; classes without annotations have no persistent attributes. */
@Entity
@AttributeOverride(name = "createdAt", column = @Column(name = "written_at", nullable = false))
class Note extends Stateless {
    String text;
}
