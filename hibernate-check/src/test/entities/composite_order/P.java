package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@IdClass(P.Key.class)
class P {
    @Id Long zeta;
    @Id String alpha;
    @ManyToOne @JoinColumns({@JoinColumn(name = "u"), @JoinColumn(name = "v")}) P byOrder;
    @ManyToOne P plain;
    static class Key implements Serializable {
        Long zeta;
        String alpha;
        public boolean equals(Object o) { return o instanceof Key; }
        public int hashCode() { return 1; }
    }
}
