package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import java.util.List;
import java.util.Objects;

/**
 * A migration of which some steps are committed.
 *
 * @param name its number and name
 * @param before the schema before it
 * @param after the schema after it
 * @param statements all statements of its steps, in order
 * @param begun the statements of the steps that have begun, in order
 * @param manual whether a step of its manual part has begun
 */
public record HalfAppliedMigration(
        MigrationName name, Schema before, Schema after, List<String> statements, List<String> begun, boolean manual) {

    public HalfAppliedMigration {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        statements = List.copyOf(statements);
        begun = List.copyOf(begun);
    }
}
