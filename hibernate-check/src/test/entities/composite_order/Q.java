package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Q {
    @EmbeddedId Id2 id;
    @ManyToOne @JoinColumn(name = "u") @JoinColumn(name = "v") Q byOrder;
    @ManyToOne @JoinColumn(name = "m") @JoinColumn(name = "n") P other;
}
