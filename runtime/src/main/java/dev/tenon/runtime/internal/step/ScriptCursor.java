package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.migrations.file.MigrationStep;
import dev.tenon.schema.internal.migrations.file.StepReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the steps of a migration in order, in one pass over the file. It rereads the file only for a step that runs
 * again.
 */
public final class ScriptCursor implements AutoCloseable {

    private final Migration migration;
    private @Nullable StepReader reader;
    private int step;

    public ScriptCursor(Migration migration) {
        this.migration = migration;
    }

    /** Moves to the beginning of a step, counted from 1. */
    public StepStatements at(int wanted) {
        StepReader current = reader;
        if (current == null || wanted <= step) {
            close();
            current = migration.steps();
            reader = current;
            step = 0;
        }
        MigrationStep next = null;
        while (step < wanted) {
            next = current.nextStep();
            step++;
        }
        if (next == null) {
            throw new IllegalStateException(migration.file() + " has lost step " + wanted + " while it was applied");
        }
        return new StepStatements(next, current, migration::executed);
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
