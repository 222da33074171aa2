package p;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
public class Holder {
    @Id
    Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "A", entity = Apple.class)
    @AnyDiscriminatorValue(discriminator = "P", entity = Pear.class)
    @JoinColumn(name = "fruit_id")
    @Column(name = "fruit_kind")
    Object fruit;

    @Any
    @AnyKeyJavaClass(Integer.class)
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @AnyDiscriminatorValue(discriminator = "1", entity = Apple.class)
    @JoinColumn(name = "other_id", nullable = false)
    Object other;

    @Any(optional = false)
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorValue(discriminator = "A", entity = Apple.class)
    @JoinColumn(name = "third_id")
    Object third;

    @ElementCollection
    @OrderColumn
    @ListIndexBase(1)
    List<String> lines;

    @Bag
    @ElementCollection
    List<String> bag;

    @ElementCollection
    @SortNatural
    SortedSet<String> sorted;

    @ElementCollection
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<String> cascaded;

    @ElementCollection
    @MapKeyJdbcTypeCode(12)
    Map<UUID, String> keyed;
}
