package shop;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** The common columns of entities with a single key. */
@MappedSuperclass
public abstract class Base<K> {

    @Id
    K id;

    @Version
    int version;

    Instant createdAt = Instant.parse("2026-01-01T00:00:00Z");

    protected Base() {}

    protected Base(K id) {
        this.id = id;
    }

    public K getId() {
        return id;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
