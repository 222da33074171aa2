package example;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyTemporal;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.TemporalType;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Element collections: bags, lists, sets and maps, of basic values and of embeddables. */
@Entity
@SuppressWarnings("deprecation")
class Person {
    @Id
    long id;

    @ElementCollection
    List<String> phones;

    @ElementCollection
    @OrderColumn
    List<String> hobbies;

    @ElementCollection
    @CollectionTable(name = "alias", joinColumns = @JoinColumn(name = "of_person"))
    @Column(name = "alias", length = 40, nullable = false)
    Set<String> aliases;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Language> languages;

    @ElementCollection
    @MapKeyColumn(name = "property", length = 30)
    @Column(name = "value")
    Map<String, String> properties;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    @AttributeOverride(name = "value.city", column = @Column(name = "town"))
    Map<Kind, Address> addresses;

    @ElementCollection
    @MapKeyClass(Kind.class)
    @MapKeyEnumerated(EnumType.ORDINAL)
    Map<Kind, String> mottos;

    @ElementCollection
    @MapKeyTemporal(TemporalType.DATE)
    Map<Date, String> diary;

    enum Language {
        GERMAN,
        FRENCH
    }

    enum Kind {
        HOME,
        WORK
    }

    @Embeddable
    static class Address {
        String street;
        String city;
    }
}
