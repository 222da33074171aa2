package dev.tenon.runtime;

import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.MigrationName;
import java.util.List;
import java.util.Objects;

/**
 * The result of {@link Tenon#migrate()}.
 *
 * @param before the state before migrating
 * @param after the state after migrating; nothing is pending
 * @param applied the migrations applied or completed, in order; none if nothing was pending
 * @param verification the comparison of the database with the newest snapshot, without differences
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
