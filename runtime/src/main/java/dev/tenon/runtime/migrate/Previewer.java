package dev.tenon.runtime.migrate;

import dev.tenon.schema.history.Migration;
import dev.tenon.schema.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/** Reads the steps that are pending, without running any. */
final class Previewer {

    private Previewer() {}

    static List<PreviewedStep> steps(List<Migration> migrations, MigrationState state) {
        List<PreviewedStep> steps = new ArrayList<>();
        for (int i = 0; i < migrations.size(); i++) {
            MigrationStatus status = state.migrations().get(i);
            if (status.standing() != Standing.APPLIED) {
                add(migrations.get(i), status, steps);
            }
        }
        return steps;
    }

    private static void add(Migration migration, MigrationStatus status, List<PreviewedStep> steps) {
        try (ScriptCursor script = new ScriptCursor(migration)) {
            for (int step = status.done() + 1; step <= status.steps(); step++) {
                StepReading reading = script.at(step);
                List<String> statements = new ArrayList<>();
                for (SqlStatement next = reading.next(); next != null; next = reading.next()) {
                    statements.add(next.text());
                }
                steps.add(new PreviewedStep(
                        new StepId(migration.name(), step, status.steps()), reading.mode(), statements));
            }
        }
    }
}
