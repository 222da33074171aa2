package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class Typed {
    @Id
    @GeneratedValue(generator = "typed")
    @GenericGenerator(name = "typed", type = org.hibernate.id.UUIDGenerator.class)
    UUID id;
}
