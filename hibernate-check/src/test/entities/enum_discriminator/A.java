package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Inheritance
@DiscriminatorColumn(name = "kind")
class A {
    @Id Long id;
    @Enumerated(EnumType.STRING) @Column(name = "kind", insertable = false, updatable = false) Kind kind;
    @Enumerated(EnumType.STRING) Kind first;
    @Enumerated(EnumType.STRING) @Column(name = "first", insertable = false, updatable = false) Kind second;
    @Column(name = "first", insertable = false, updatable = false) String third;
}
