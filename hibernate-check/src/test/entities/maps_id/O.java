package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class O {
    @EmbeddedId K id;
    @MapsId("usrId") @ManyToOne(optional = false) @JoinColumn(name = "usr_id", nullable = false) T usr;
}
