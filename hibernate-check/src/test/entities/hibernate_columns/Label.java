package p;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@SoftDelete(strategy = SoftDeleteType.ACTIVE, comment = "whether it is used")
public class Label {
    @Id
    Long id;

    @TenantId
    String tenant;
}
