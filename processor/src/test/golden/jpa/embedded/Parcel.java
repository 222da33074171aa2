package example;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

/** Overrides in containers. */
@Entity
class Parcel {
    @Id
    long id;

    @AttributeOverrides({
        @AttributeOverride(name = "street", column = @Column(name = "road")),
        @AttributeOverride(name = "position.latitude", column = @Column(name = "north"))
    })
    @AssociationOverrides(@AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "land")))
    Shipment.Address address;
}
