package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.MigrationStep;
import dev.tenon.schema.internal.migrations.file.StepReader;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the statements of one step, and computes their checksum. */
public final class StepStatements {

    private final MigrationStep step;
    private final StepReader statements;
    private String sum = "";

    /** Begins at the first statement of {@code step}, which {@code statements} stands on. */
    public StepStatements(MigrationStep step, StepReader statements) {
        this.step = step;
        this.statements = statements;
    }

    public StepMode mode() {
        return step.mode();
    }

    public StepKind kind() {
        return step.manual() ? StepKind.MANUAL : StepKind.GENERATED;
    }

    /** The next statement; null after the last. */
    @Nullable
    public SqlStatement next() {
        SqlStatement statement = statements.nextStatement();
        if (statement != null) {
            sum = Checksum.of(sum + "\n", statement.text()).text();
        }
        return statement;
    }

    /** The only statement of a step that is not a transaction. */
    public SqlStatement only() {
        SqlStatement statement = next();
        if (statement == null) {
            throw new IllegalStateException("a step in " + step + " has no statement");
        }
        return statement;
    }

    /** The texts of the statements that were not read yet, without semicolons. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (SqlStatement statement = next(); statement != null; statement = next()) {
            texts.add(statement.text());
        }
        return texts;
    }

    /** The checksum of the step. What was not read yet is read now. */
    public String checksum() {
        SqlStatement rest;
        do {
            rest = next();
        } while (rest != null);
        return sum;
    }
}
