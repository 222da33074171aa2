package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class A {
    @Id Long id;
    @ManyToMany @JoinTable(name = "ab_own", joinColumns = @JoinColumn(name = "a_id"), inverseJoinColumns = @JoinColumn(name = "b_id")) Set<B> own;
    @ManyToMany @JoinTable(name = "ab_list", joinColumns = @JoinColumn(name = "a_id"), inverseJoinColumns = @JoinColumn(name = "b_id")) List<B> list;
    @OneToMany(mappedBy = "a") Set<AbList> links;
    @ElementCollection @CollectionTable(name = "a_word", joinColumns = @JoinColumn(name = "a_id")) @Column(name = "word") List<String> words;
}
