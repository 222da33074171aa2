package example;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

@MappedSuperclass
abstract class Base<K> {
    @Id
    K id;

    @Version
    long version;

    Instant createdAt;
}
