package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(uniqueConstraints = {@UniqueConstraint(name = "one_name", columnNames = "name"), @UniqueConstraint(name = "the_id", columnNames = "id"), @UniqueConstraint(name = "ab", columnNames = {"a", "b"}), @UniqueConstraint(name = "ba", columnNames = {"b", "a"})})
class S {
    @Id Long id;
    @Column(unique = true) String name;
    String a;
    String b;
}
