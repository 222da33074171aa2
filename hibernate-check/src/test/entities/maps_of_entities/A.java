package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class A {
    @Id Long id;
    @ElementCollection @CollectionTable(name = "embedded_values") Map<A, Pos> places;
    @ManyToMany @MapKeyJoinColumn(name = "k_two", referencedColumnName = "two") @MapKeyJoinColumn(name = "k_one", referencedColumnName = "one") Map<F, A> others;
    @OneToMany @JoinColumn(name = "owner") Map<A, A> own;
    @OneToMany @JoinColumn(name = "word_owner") @MapKeyColumn(name = "word") Map<String, A> words;
    @OneToMany @JoinColumn(name = "number_owner") Map<Integer, A> numbers;
}
