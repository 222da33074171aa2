package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "a_d")
class AD {
    @Id @GeneratedValue Long id;
    @ManyToOne @JoinColumn(name = "a_id") A a;
    @ManyToOne @JoinColumn(name = "b_id") B b;
}
