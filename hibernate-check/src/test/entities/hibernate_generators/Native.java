package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class Native {
    @Id
    @GeneratedValue(generator = "nat")
    @GenericGenerator(name = "nat", strategy = "native")
    Long id;
}
