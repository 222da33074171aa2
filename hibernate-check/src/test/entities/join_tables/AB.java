package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "a_b")
@IdClass(AB.Pk.class)
class AB {
    @Id @ManyToOne @JoinColumn(name = "a_id") A a;
    @Id @ManyToOne @JoinColumn(name = "b_id") B b;
    Instant since;
    static class Pk implements Serializable {
        Long a;
        Long b;
        public boolean equals(Object o) { return o instanceof Pk; }
        public int hashCode() { return 1; }
    }
}
