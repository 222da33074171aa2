package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

/** The web profile of a country's best customer; it shares the key of the country. */
@Entity
public class Profile {

    @Id
    String id;

    @MapsId
    @OneToOne
    Country country;

    @OneToOne(mappedBy = "publicProfile")
    Customer customer;

    protected Profile() {}
}
