package dev.tenon.cli.output;

import dev.tenon.schema.internal.json.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The result of a command: the exit code, and the members of its JSON document.
 *
 * @param exit the exit code
 * @param members creates the members of the JSON document, except the command and the exit code; called only if JSON is
 *     requested
 */
public record CommandResult(ExitCode exit, Supplier<Map<String, JsonValue>> members) {

    public CommandResult {
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(members, "members");
    }

    /** Creates a result whose document exists already. */
    public CommandResult(ExitCode exit, Map<String, JsonValue> members) {
        this(exit, () -> members);
    }
}
