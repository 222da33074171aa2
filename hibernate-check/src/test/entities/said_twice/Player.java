package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Player {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "team_id") Team team;
    @ManyToOne @JoinColumn(name = "team_id", insertable = false, updatable = false) Team again;
}
