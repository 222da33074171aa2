package dev.tenon.example.base;

import dev.tenon.annotation.Default;
import java.time.Instant;

/**
 * The creation and modification times of a row, for entities that are records.
 *
 * @param createdAt the time of the insert
 * @param updatedAt the time of the last update
 */
public record Timestamps(
        @Default("now()") Instant createdAt,
        @Default("now()") Instant updatedAt) {}
