package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class OldUuid {
    @Id
    @GeneratedValue(generator = "old")
    @GenericGenerator(name = "old", strategy = "uuid2")
    UUID id;
}
