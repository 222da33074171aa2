package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "one_name", columnNames = "name"))
class S {
    @Id Long id;
    @Column(unique = true) String name;
}
