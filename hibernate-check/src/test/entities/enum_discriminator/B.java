package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@DiscriminatorValue("X")
class B extends A {
    @Enumerated(EnumType.STRING) Kind own;
    Integer number;
}
