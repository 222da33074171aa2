package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "Two")
@SecondaryTables({@SecondaryTable(name = "TwoA", uniqueConstraints = @UniqueConstraint(columnNames = {"a", "b"}), indexes = @Index(columnList = "b")), @SecondaryTable(name = "two_b")})
class Two {
    @Id @GeneratedValue Long number;
    String plain;
    @Column(table = "TwoA", length = 10) String a;
    @Column(table = "TwoA") Integer b;
    @Column(table = "two_b", name = "c") BigDecimal c;
    @Lob @Column(table = "two_b") String text;
}
