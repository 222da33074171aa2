package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Fan {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "team_id") Team team;
    @Column(name = "team_id", insertable = false, updatable = false) Long teamId;
}
