package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class Guid {
    @Id
    @GeneratedValue(generator = "g")
    @GenericGenerator(name = "g", strategy = "guid")
    String id;
}
