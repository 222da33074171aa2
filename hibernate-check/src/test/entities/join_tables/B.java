package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class B {
    @Id Long id;
    @ManyToMany @JoinTable(name = "a_c", joinColumns = @JoinColumn(name = "b_id"), inverseJoinColumns = @JoinColumn(name = "a_id")) List<A> as;
}
