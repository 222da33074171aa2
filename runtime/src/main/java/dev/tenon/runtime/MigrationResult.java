package dev.tenon.runtime;

import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.history.MigrationName;
import java.util.List;
import java.util.Objects;

/**
 * What {@link Tenon#migrate()} did.
 *
 * @param before the state that it found
 * @param after the state that it left, in which nothing is pending
 * @param applied the migrations that it applied, or completed, in order; none if nothing was pending
 * @param verification the comparison of the database with the newest snapshot, which shows no difference
 */
public record MigrationResult(
        MigrationState before, MigrationState after, List<MigrationName> applied, VerifyResult verification) {

    public MigrationResult {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        applied = List.copyOf(applied);
        Objects.requireNonNull(verification, "verification");
    }
}
