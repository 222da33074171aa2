package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.MigrationStep;
import dev.tenon.schema.internal.migrations.file.StepReader;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the statements of one step, and computes their checksum. */
public final class StepStatements {

    private final MigrationStep step;
    private final StepReader statements;
    private final UnaryOperator<String> executed;
    private String sum = "";

    /**
     * Starts at the first statement of {@code step}; {@code statements} must be positioned there.
     *
     * @param executed returns what runs instead of a statement of the file
     */
    public StepStatements(MigrationStep step, StepReader statements, UnaryOperator<String> executed) {
        this.executed = executed;
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
        if (statement == null) {
            return null;
        }
        // The checksum is that of the file, which is the same in every environment.
        sum = Checksum.of(sum + "\n", statement.text()).text();
        String text = executed.apply(statement.text());
        return text.equals(statement.text())
                ? statement
                : new SqlStatement(text, statement.line(), statement.comments());
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
