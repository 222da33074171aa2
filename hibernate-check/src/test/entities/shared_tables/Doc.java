package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "doc")
class Doc {
    @Id Long id;
    String title;
    byte[] content;
    @Column(unique = true) String code;
    @ManyToOne Doc parent;
}
