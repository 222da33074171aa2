package example;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;

/** Generators in containers, used by name. */
@Entity
@SequenceGenerators(@SequenceGenerator(name = "elsewhere_ids", allocationSize = 1))
@TableGenerators(@TableGenerator(name = "never_used", table = "never_made"))
class Elsewhere {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "elsewhere_ids")
    long id;
}
