package dev.tenon.cli.output;

import dev.tenon.runtime.migrate.PreviewedStep;
import dev.tenon.schema.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the steps that a command would run. */
public final class PreviewedSteps {

    private PreviewedSteps() {}

    /** Prints the steps as SQL. */
    public static void print(List<PreviewedStep> steps, Output output) {
        for (PreviewedStep step : steps) {
            output.print("");
            output.print("-- " + step.id() + " (" + step.mode().text() + ")");
            step.statements().forEach(statement -> output.print(statement + ";"));
        }
    }

    /** Returns the steps as JSON. */
    public static JsonValue json(List<PreviewedStep> steps) {
        return JsonValue.array(steps.stream().map(PreviewedSteps::json).toList());
    }

    private static JsonValue json(PreviewedStep step) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("migration", JsonValue.text(step.id().migration().toString()));
        members.put("step", JsonValue.number(step.id().step()));
        members.put("mode", JsonValue.text(step.mode().text()));
        members.put(
                "statements",
                JsonValue.array(step.statements().stream().map(JsonValue::text).toList()));
        return JsonValue.object(members);
    }
}
