package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class N {
    @EmbeddedId K id;
    @MapsId("teamId") @ManyToOne T team;
    @MapsId("usrId") @ManyToOne @JoinColumn(name = "other") T usr;
    @ManyToOne M whole;
}
