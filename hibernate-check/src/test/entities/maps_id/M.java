package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class M {
    @EmbeddedId K id;
    @MapsId("teamId") @ManyToOne @JoinColumn(name = "team_id") T team;
    @MapsId("usrId") @ManyToOne @JoinColumn(name = "usr_id") T usr;
}
