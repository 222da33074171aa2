package clinic;

import jakarta.persistence.Embeddable;

/** Two columns, both overridden. */
@Embeddable
public class Place {
    private String street;
    private String city;

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }
}
