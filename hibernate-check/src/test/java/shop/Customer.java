package shop;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A customer. */
@Entity(name = "Client")
@Table(
        name = "customers",
        comment = "who orders",
        indexes = @Index(name = "customers_by_name", columnList = "lastName, firstName DESC"),
        uniqueConstraints =
                @UniqueConstraint(
                        name = "customers_email",
                        columnNames = {"eMail", "lastName"}),
        check = @CheckConstraint(name = "customers_named", constraint = "length(\"name\") > 0"))
public class Customer extends Base<UUID> {

    String firstName;
    String lastName;

    @Column(name = "name", nullable = false, length = 120)
    String displayName;

    String eMail;
    LocalDate born;
    LocalDateTime lastSeen;
    boolean blocked;

    @Enumerated(EnumType.STRING)
    Level level = Level.BRONZE;

    Level formerLevel;

    @Lob
    byte[] picture;

    @Transient
    String cached;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "billStreet", length = 50))
    @AttributeOverride(name = "cityName", column = @Column(name = "bill_city"))
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "bill_country"))
    Address billing;

    @ElementCollection
    List<String> phoneNumbers = new ArrayList<>();

    @ElementCollection
    @OrderColumn
    List<String> wishes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "customer_alias", joinColumns = @JoinColumn(name = "customer"))
    @Column(name = "alias", nullable = false, length = 40)
    Set<String> aliases = new HashSet<>();

    @ElementCollection
    @MapKeyColumn(name = "setting", length = 40)
    Map<String, String> settings = new HashMap<>();

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Level, Address> addressesByLevel = new HashMap<>();

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Level> pastLevels = new HashSet<>();

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    List<Purchase> purchases = new ArrayList<>();

    @OneToMany
    @JoinColumn(name = "writtenFor")
    Set<Remark> remarks = new HashSet<>();

    @ManyToMany
    Set<Tag> tags = new HashSet<>();

    @ManyToMany
    List<Country> visitedCountries = new ArrayList<>();

    @OneToOne
    Profile publicProfile;

    protected Customer() {}

    public Customer(String displayName, String lastName, Address home) {
        super(UUID.randomUUID());
        this.displayName = displayName;
        this.lastName = lastName;
        this.home = home;
    }

    public String getDisplayName() {
        return displayName;
    }

    public Address getHome() {
        return home;
    }

    public Level getLevel() {
        return level;
    }

    public List<String> getWishes() {
        return wishes;
    }

    public Map<Level, Address> getAddressesByLevel() {
        return addressesByLevel;
    }

    public List<Purchase> getPurchases() {
        return purchases;
    }

    public Set<Remark> getRemarks() {
        return remarks;
    }

    public Set<Tag> getTags() {
        return tags;
    }
}
