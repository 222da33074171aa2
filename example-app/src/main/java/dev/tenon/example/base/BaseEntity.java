package dev.tenon.example.base;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Id;
import java.time.Instant;
import java.util.UUID;

/** The common first columns of mutable entities. */
public abstract class BaseEntity {

    @Id
    @Default("gen_random_uuid()")
    private final UUID id;

    @Default("now()")
    private final Instant createdAt;

    @Default("now()")
    private Instant updatedAt;

    protected BaseEntity() {
        this.id = UUID.randomUUID();
        this.createdAt = Instant.now();
        this.updatedAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    protected void touch() {
        updatedAt = Instant.now();
    }
}
