package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.Checksum;
import dev.tenon.schema.history.MigrationStep;
import dev.tenon.schema.history.StepReader;
import dev.tenon.schema.plan.StepMode;
import dev.tenon.schema.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Reads the statements of one step, and computes their checksum. */
final class StepReading {

    private final MigrationStep step;
    private final StepReader statements;
    private String sum = "";

    /** Begins at the first statement of {@code step}, which {@code statements} stands on. */
    StepReading(MigrationStep step, StepReader statements) {
        this.step = step;
        this.statements = statements;
    }

    StepMode mode() {
        return step.mode();
    }

    StepKind kind() {
        return step.manual() ? StepKind.MANUAL : StepKind.GENERATED;
    }

    /** The next statement; null after the last. */
    @Nullable
    SqlStatement next() {
        SqlStatement statement = statements.nextStatement();
        if (statement != null) {
            sum = Checksum.of(sum + "\n", statement.text()).text();
        }
        return statement;
    }

    /** The only statement of a step that is not a transaction. */
    SqlStatement only() {
        SqlStatement statement = next();
        if (statement == null) {
            throw new IllegalStateException("a step in " + step + " has no statement");
        }
        return statement;
    }

    /** The checksum of the step. What was not read yet is read now. */
    String checksum() {
        SqlStatement rest;
        do {
            rest = next();
        } while (rest != null);
        return sum;
    }
}
