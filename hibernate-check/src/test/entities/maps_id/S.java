package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@IdClass(S.Key.class)
class S {
    @Id Long number;
    @Id @ManyToOne @JoinColumn(name = "m_team", referencedColumnName = "team_id") @JoinColumn(name = "m_usr", referencedColumnName = "usr_id") M m;
    static class Key implements Serializable {
        Long number;
        K m;
        public boolean equals(Object o) { return o instanceof Key; }
        public int hashCode() { return 1; }
    }
}
