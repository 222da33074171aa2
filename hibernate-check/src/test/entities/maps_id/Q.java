package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Q {
    @Id @GeneratedValue @Column(name = "p_id") Long id;
    @OneToOne @MapsId @JoinColumn(name = "p_id") T t;
}
