package p;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@Immutable
@Subselect("SELECT id, name FROM quiet")
@Synchronize("quiet")
public class Glance {
    @Id
    Long id;

    String name;
}
