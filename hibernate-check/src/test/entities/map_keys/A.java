package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class A {
    @Id Long id;
    @ElementCollection Map<B, String> words;
    @ElementCollection @MapKeyJoinColumn(name = "kb") Map<B, Integer> numbers;
    @ManyToMany Map<B, C> pairs;
    @ManyToMany @MapKeyJoinColumn(name = "key_b") Map<B, C> named;
    @OneToMany @MapKeyJoinColumn(name = "key_b") Map<B, C> single;
    @OneToMany @JoinColumn(name = "a_id") @MapKeyJoinColumn(name = "b_id") Map<B, D> ds;
    @ElementCollection @MapKeyJoinColumns({@MapKeyJoinColumn(name = "k1", referencedColumnName = "one"), @MapKeyJoinColumn(name = "k2", referencedColumnName = "two")}) Map<F, String> composite;
    @OneToMany(mappedBy = "a") @MapKeyJoinColumn(name = "kb") Map<B, E> inverse;
}
