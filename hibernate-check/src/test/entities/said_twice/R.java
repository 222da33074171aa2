package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(uniqueConstraints = {@UniqueConstraint(columnNames = "name"), @UniqueConstraint(columnNames = {"a", "b"}), @UniqueConstraint(columnNames = {"b", "a"}), @UniqueConstraint(columnNames = "id")})
class R {
    @Id Long id;
    @Column(unique = true) String name;
    String a;
    String b;
    @OneToOne @JoinColumn(unique = true) R peer;
}
