package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@IdClass(F.Key.class)
class F {
    @Id Long one;
    @Id Long two;
    static class Key implements Serializable {
        Long one;
        Long two;
        public boolean equals(Object o) { return o instanceof Key; }
        public int hashCode() { return 1; }
    }
}
