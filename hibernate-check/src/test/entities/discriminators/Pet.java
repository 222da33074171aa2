package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Inheritance
class Pet {
    @Id Long id;
    @Column(name = "DTYPE", insertable = false, updatable = false, length = 31) String type;
}
