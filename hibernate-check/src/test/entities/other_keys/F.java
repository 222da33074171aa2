package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class F {
    @Id Long id;
    @Column(name = "first") String one;
    @Column(name = "second") Integer two;
    @ManyToOne @JoinColumn(name = "f1", referencedColumnName = "first") @JoinColumn(name = "f2", referencedColumnName = "second") F both;
}
