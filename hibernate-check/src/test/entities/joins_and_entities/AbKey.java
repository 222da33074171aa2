package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Embeddable
class AbKey implements Serializable {
    @Column(name = "a_id") Long aId;
    @Column(name = "b_id") Long bId;
    public boolean equals(Object o) { return o instanceof AbKey; }
    public int hashCode() { return 1; }
}
