package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class R {
    @EmbeddedId K id;
    @ManyToOne @JoinColumn(name = "team_id", insertable = false, updatable = false) T team;
}
