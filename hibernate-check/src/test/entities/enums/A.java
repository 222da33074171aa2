package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class A {
    @Id Long id;
    @Enumerated(EnumType.STRING) @Column(length = 1) Letter letter;
    @Enumerated(EnumType.STRING) @Column(length = 2) Letter letters;
    @Enumerated(EnumType.STRING) Letter plain;
    @Enumerated(EnumType.STRING) Single one;
    @Enumerated Single ordinal;
    Letter number;
    @Column(length = 1) String text;
    @Column(length = 1) Character character;
    @ElementCollection @Enumerated(EnumType.STRING) @Column(length = 1) Set<Letter> letterset;
    @ElementCollection @MapKeyEnumerated(EnumType.STRING) @MapKeyColumn(length = 1) Map<Letter, String> keyed;
}
