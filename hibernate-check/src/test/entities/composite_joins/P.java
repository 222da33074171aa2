package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@IdClass(P.Key.class)
class P {
    @Id @Column(name = "one_p") Long one;
    @Id String two;
    @ManyToOne P parent;
    @ManyToOne @JoinColumns({@JoinColumn(name = "x", referencedColumnName = "one_p"), @JoinColumn(name = "y", referencedColumnName = "two")}) P named;
    @ManyToOne @JoinColumns({@JoinColumn(name = "u"), @JoinColumn(name = "v")}) P byOrder;
    @ManyToMany Set<P> friends;
    @ManyToMany @JoinTable(joinColumns = {@JoinColumn(name = "a1", referencedColumnName = "one_p"), @JoinColumn(name = "a2", referencedColumnName = "two")}, inverseJoinColumns = {@JoinColumn(name = "b2", referencedColumnName = "two"), @JoinColumn(name = "b1", referencedColumnName = "one_p")}) Set<P> others;
    @ElementCollection @CollectionTable(joinColumns = {@JoinColumn(name = "c2", referencedColumnName = "two"), @JoinColumn(name = "c1", referencedColumnName = "one_p")}) Set<String> words;
    @OneToMany @JoinColumn(name = "o1", referencedColumnName = "one_p") @JoinColumn(name = "o2", referencedColumnName = "two") Set<Q> qs;
    static class Key implements Serializable {
        Long one;
        String two;
        public boolean equals(Object o) { return o instanceof Key; }
        public int hashCode() { return 1; }
    }
}
