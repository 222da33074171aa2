package example;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Embeddables, nested, with a relationship, overridden from outside. */
@Entity
class Shipment {
    @Id
    long id;

    @Embedded
    Address sender;

    @AttributeOverride(name = "street", column = @Column(name = "toStreet", length = 80))
    @AttributeOverride(name = "position.latitude", column = @Column(name = "to_latitude"))
    @AttributeOverride(name = "position.longitude", column = @Column(name = "to_longitude"))
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "to_country"))
    Address receiver;

    @Embeddable
    static class Address {
        String street;
        Position position;

        @ManyToOne
        Country country;
    }

    @Embeddable
    record Position(double latitude, double longitude) {}

    @Entity
    static class Country {
        @Id
        @Column(length = 2)
        String isoCode;
    }
}
