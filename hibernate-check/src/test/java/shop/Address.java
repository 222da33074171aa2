package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;

/** A postal address. */
@Embeddable
public class Address {

    String street;

    @Column(length = 80)
    String cityName;

    @ManyToOne
    Country country;

    protected Address() {}

    public Address(String street, String cityName, Country country) {
        this.street = street;
        this.cityName = cityName;
        this.country = country;
    }

    public Country getCountry() {
        return country;
    }

    public String getCityName() {
        return cityName;
    }
}
