package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.format.BriefSql;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A statement that a run will execute.
 *
 * @param migration its migration
 * @param step its step
 * @param first whether it is in the first transaction of the run, which leaves nothing behind if it fails
 * @param statement the statement
 */
record PendingStatement(Migration migration, StepId step, boolean first, SqlStatement statement) {

    String text() {
        return statement.text();
    }

    /** Creates a fault about this statement, which prevents the run. */
    Fault fault(FaultCode code, int lineWithin, String problem, String remedy) {
        String file = migration.file();
        int line = statement.line() + lineWithin;
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("migration", migration.toString());
        facts.put("file", file);
        facts.put("line", Integer.toString(line));
        facts.put("statement", text());
        facts.put("step", Integer.toString(step.step()));
        facts.put("steps", Integer.toString(step.steps()));
        return new Fault(
                code,
                file + ":" + line + ": " + problem + " in " + BriefSql.of(text()),
                "nothing of this migration was run; " + remedy,
                facts);
    }
}
