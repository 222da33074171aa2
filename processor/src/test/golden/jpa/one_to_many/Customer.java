package example;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One-to-many relationships: inverse, with a join column in the other table, and with a join table. */
@Entity
class Customer {
    @Id
    long id;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    List<Purchase> purchases;

    @OneToMany
    @JoinColumn(name = "customer", nullable = false)
    @OrderColumn(name = "position")
    List<Wish> wishes;

    @OneToMany
    Set<Card> cards;

    @OneToMany
    List<Coupon> coupons;

    @OneToMany
    @MapKey(name = "year")
    Map<Integer, Bonus> bonuses;

    @Entity
    static class Purchase {
        @Id
        long id;

        @ManyToOne
        Customer customer;
    }

    @Entity
    static class Wish {
        @Id
        long id;
    }

    @Entity
    static class Card {
        @Id
        long id;
    }

    @Entity
    static class Coupon {
        @Id
        long id;
    }

    @Entity
    static class Bonus {
        @Id
        long id;

        int year;
    }
}
