package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "ab_list")
class AbList {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
    @ManyToOne(optional = false) @JoinColumn(name = "a_id") A a;
    @ManyToOne @JoinColumn(name = "b_id") B b;
    String note;
}
