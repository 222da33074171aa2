package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Team {
    @Id Long id;
    @OneToMany @JoinColumn(name = "team_id") List<Player> players;
}
