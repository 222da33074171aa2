package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

/** What the web shows of a country's best customer; its key is the country's. */
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
