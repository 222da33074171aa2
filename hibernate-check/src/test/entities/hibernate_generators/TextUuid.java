package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class TextUuid {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    @Column(length = 36)
    String id;
}
