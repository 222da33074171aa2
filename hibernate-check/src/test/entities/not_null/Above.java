package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@MappedSuperclass
abstract class Above {
    @Id String id;
    @Version Instant changed;
    double amount;
}
