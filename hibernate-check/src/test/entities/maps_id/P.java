package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class P {
    @Id @Column(name = "p_id", nullable = false, length = 40) Long id;
    @OneToOne @MapsId T t;
}
