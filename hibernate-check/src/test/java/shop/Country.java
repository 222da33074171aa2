package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A country, by its two letters. */
@Entity
public class Country {

    @Id
    @Column(length = 2)
    String isoCode;

    @Column(unique = true)
    Short dialCode;

    protected Country() {}

    public Country(String isoCode, short dialCode) {
        this.isoCode = isoCode;
        this.dialCode = dialCode;
    }

    public String getIsoCode() {
        return isoCode;
    }
}
