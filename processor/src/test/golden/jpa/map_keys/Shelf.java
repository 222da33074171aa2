package example;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.util.Map;

/** Maps whose keys are entities. */
@Entity
class Shelf {
    @Id
    Long id;

    @ElementCollection
    Map<Shelf, Integer> distances;

    @ManyToMany
    @MapKeyJoinColumn(name = "author")
    Map<Shelf, Book> favourites;

    @OneToMany
    @JoinColumn(name = "shelf")
    @MapKeyJoinColumns({
        @MapKeyJoinColumn(name = "row_no", referencedColumnName = "row_no"),
        @MapKeyJoinColumn(name = "place_no", referencedColumnName = "place_no")
    })
    Map<Place, Book> books;
}

@Entity
class Book {
    @Id
    Long id;
}

@Entity
class Place {
    @EmbeddedId
    PlaceId id;
}

@Embeddable
class PlaceId implements Serializable {
    private static final long serialVersionUID = 1;

    int rowNo;
    int placeNo;
}
