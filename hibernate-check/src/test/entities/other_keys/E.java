package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class E {
    @Id Long id;
    String code;
    @Column(nullable = false) String number;
    @ManyToOne @JoinColumn(name = "pc", referencedColumnName = "code") E p;
    @ManyToOne @JoinColumn(name = "pn", referencedColumnName = "number") E q;
    @OneToOne @JoinColumn(name = "po", referencedColumnName = "code") E r;
    @ManyToMany @JoinTable(joinColumns = @JoinColumn(name = "a", referencedColumnName = "code"), inverseJoinColumns = @JoinColumn(name = "b", referencedColumnName = "number")) Set<E> all;
    @ElementCollection @CollectionTable(joinColumns = @JoinColumn(name = "c", referencedColumnName = "code")) Set<String> words;
    @OneToMany @JoinColumn(name = "back", referencedColumnName = "code") Set<F> fs;
}
