package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Inheritance
@DiscriminatorValue("base")
class Base {
    @Id Long id;
}
