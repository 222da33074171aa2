package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class StyledThing {
    @Id
    @GeneratedValue(generator = "styled")
    @GenericGenerator(name = "styled", strategy = "org.hibernate.id.enhanced.SequenceStyleGenerator")
    Long id;
}
