package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class B {
    @Id @GeneratedValue Long id;
    @Version Integer revision;
    boolean done;
    Boolean maybe;
}
