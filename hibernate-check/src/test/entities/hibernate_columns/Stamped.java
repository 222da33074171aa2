package p;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
public class Stamped {
    @Id
    Long id;
}
