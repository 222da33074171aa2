package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class OwnKind {
    @Id
    @Numbered
    String id;
}
