package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Embeddable
class Id2 implements Serializable {
    Integer zeta;
    String alpha;
    public boolean equals(Object o) { return o instanceof Id2; }
    public int hashCode() { return 1; }
}
