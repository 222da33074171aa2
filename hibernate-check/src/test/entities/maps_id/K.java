package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Embeddable
class K implements Serializable {
    @Column(name = "team_id", nullable = false) Long teamId;
    @Column(name = "usr_id") Long usrId;
    public boolean equals(Object o) { return o instanceof K; }
    public int hashCode() { return 1; }
}
