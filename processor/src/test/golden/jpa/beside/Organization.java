package example;

import dev.tenon.annotation.TenantRoot;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
@TenantRoot
class Organization {
    @Id
    UUID id;
}
