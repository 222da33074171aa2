package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class OldIdentity {
    @Id
    @GeneratedValue(generator = "ident")
    @GenericGenerator(name = "ident", strategy = "identity")
    Long id;
}
