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

    /** Starts at the first statement of {@code step}; {@code statements} must be positioned there. */
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

    /** Returns the next statement; null after the last one. */
    @Nullable
    public SqlStatement next() {
        SqlStatement statement = statements.nextStatement();
        if (statement != null) {
            sum = Checksum.of(sum + "\n", statement.text()).text();
        }
        return statement;
    }

    /** Returns the single statement of a step outside a transaction. */
    public SqlStatement only() {
        SqlStatement statement = next();
        if (statement == null) {
            throw new IllegalStateException("a step in " + step + " has no statement");
        }
        return statement;
    }

    /** Returns the remaining statements, without semicolons. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (SqlStatement statement = next(); statement != null; statement = next()) {
            texts.add(statement.text());
        }
        return texts;
    }

    /** Returns the checksum of the step; reads the remaining statements. */
    public String checksum() {
        SqlStatement rest;
        do {
            rest = next();
        } while (rest != null);
        return sum;
    }
}
