package example;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Set;

/** The names of the specification, in quotes, as Java writes them. */
@Entity
class OrderLine {
    @Id
    @GeneratedValue
    Long lineNo;

    String articleName;

    @Column(name = "UnitPrice")
    int price;

    @ManyToOne
    OrderLine previousLine;

    @ElementCollection
    List<String> smallPrints;

    @ManyToMany
    Set<SalesTag> salesTags;

    @Entity
    static class SalesTag {
        @Id
        long tagId;
    }
}
