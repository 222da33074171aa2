package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import java.util.HashSet;
import java.util.Set;

/** A tag on customers. */
@Entity
public class Tag {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tags")
    @SequenceGenerator(name = "tags", sequenceName = "tagNumbers", initialValue = 5, allocationSize = 10)
    Integer id;

    String label;

    @ManyToMany(mappedBy = "tags")
    Set<Customer> customers = new HashSet<>();

    protected Tag() {}

    public Tag(String label) {
        this.label = label;
    }
}
