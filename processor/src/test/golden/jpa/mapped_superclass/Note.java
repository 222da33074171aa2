package example;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Columns of superclasses, generic ones too; classes without annotations hold no state. */
@Entity
@AttributeOverride(name = "createdAt", column = @Column(name = "written_at", nullable = false))
class Note extends Stateless {
    String text;
}
