package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class Assigned {
    @Id
    @GeneratedValue(generator = "own")
    @GenericGenerator(name = "own", strategy = "assigned")
    Long id;
}
