package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class A {
    @Id Long id;
    @OneToOne @JoinColumn(name = "id", insertable = false, updatable = false) B peer;
    @OneToOne B other;
    @OneToOne(optional = false) @JoinColumn(name = "third", unique = true) B third;
    @OneToOne(mappedBy = "back") B inverse;
}
