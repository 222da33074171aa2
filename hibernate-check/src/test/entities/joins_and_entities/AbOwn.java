package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "ab_own")
class AbOwn {
    @EmbeddedId AbKey id;
    @MapsId("aId") @ManyToOne @JoinColumn(name = "a_id") A a;
    @MapsId("bId") @ManyToOne @JoinColumn(name = "b_id") B b;
    @Column(nullable = false) Integer position;
}
