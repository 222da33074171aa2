package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Q {
    @Id Long id;
    Long shared;
    @ManyToOne @JoinColumn(name = "shared", referencedColumnName = "one_p", insertable = false, updatable = false) @JoinColumn(name = "other", referencedColumnName = "two", insertable = false, updatable = false) P p;
    String other;
}
