package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class A {
    @Id Long id;
    @Version int revision;
    int number;
    Integer boxed;
    @Basic(optional = false) String said;
    @Column(nullable = false) String col;
    @ManyToOne(optional = false) A whole;
    @ManyToOne @JoinColumn(nullable = false) A part;
    @ManyToOne A other;
    @Embedded Place place;
    @ElementCollection @Column(nullable = false) Set<String> names;
    @ElementCollection Set<Integer> numbers;
    @ElementCollection List<Place> places;
    @ElementCollection Map<String, String> words;
    @ElementCollection @OrderColumn List<String> ordering;
}
