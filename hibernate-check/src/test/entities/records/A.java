package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class A {
    @Id Long id;
    Money price;
    @Embedded @AttributeOverride(name = "amount", column = @Column(name = "tax", precision = 10, scale = 3)) @AttributeOverride(name = "currency", column = @Column(name = "tax_cur")) Money tax;
    @ElementCollection Set<Money> all;
}
