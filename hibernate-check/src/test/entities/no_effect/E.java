package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class E {
    @Id Long id;
    @Basic(fetch = FetchType.LAZY) @OneToMany(mappedBy = "peer") Set<E> es;
    @Basic @ManyToOne E peer;
    @Basic @ElementCollection Set<String> words;
    @Basic @ManyToMany Set<E> others;
    @Basic @Embedded Pos pos;
    @OrderBy("id") @ManyToMany List<E> ordered;
}
