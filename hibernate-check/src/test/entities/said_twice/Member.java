package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Member {
    @Id Long id;
    @ManyToOne(optional = false) @JoinColumn(name = "club_id", nullable = false, insertable = false, updatable = false) Club club;
    String name;
    @Column(name = "name", insertable = false, updatable = false) String again;
    @Column(name = "id", insertable = false, updatable = false) Long same;
}
