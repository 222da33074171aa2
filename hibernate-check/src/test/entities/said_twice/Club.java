package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Club {
    @Id Long id;
    @OneToMany @JoinColumn(name = "club_id", nullable = false) Set<Member> members;
}
