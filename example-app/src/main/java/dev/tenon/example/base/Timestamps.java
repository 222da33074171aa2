package dev.tenon.example.base;

import dev.tenon.annotation.Default;
import java.time.Instant;

/**
 * When a row came and last changed, for entities that are records.
 *
 * @param createdAt when it was inserted
 * @param updatedAt when it was last updated
 */
public record Timestamps(
        @Default("now()") Instant createdAt,
        @Default("now()") Instant updatedAt) {}
