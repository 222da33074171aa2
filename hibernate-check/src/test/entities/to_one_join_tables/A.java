package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class A {
    @Id Long id;
    @ManyToOne @JoinTable(name = "a_b") B b;
    @OneToOne @JoinTable(name = "a_c", joinColumns = @JoinColumn(name = "ai"), inverseJoinColumns = @JoinColumn(name = "ci")) C c;
    @ManyToOne(optional = false) @JoinTable(name = "a_d", inverseJoinColumns = @JoinColumn(name = "di")) B d;
    @ManyToOne @JoinTable(name = "a_e") @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE) B e;
    @ManyToOne @JoinTable(name = "a_f") @org.hibernate.annotations.NotFound(action = org.hibernate.annotations.NotFoundAction.IGNORE) B f;
    @ManyToOne @JoinTable @org.hibernate.annotations.NotFound(action = org.hibernate.annotations.NotFoundAction.IGNORE) C g;
}
