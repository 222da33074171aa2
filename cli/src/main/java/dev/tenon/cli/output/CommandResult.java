package dev.tenon.cli.output;

import dev.tenon.schema.internal.json.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The result of a command: the exit code, and the members of its JSON document.
 *
 * @param exit the exit code
 * @param members makes the members of the JSON document, besides the command and the exit code; asked only if somebody wants it
 */
public record CommandResult(ExitCode exit, Supplier<Map<String, JsonValue>> members) {

    public CommandResult {
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(members, "members");
    }

    /** An answer whose document is made already. */
    public CommandResult(ExitCode exit, Map<String, JsonValue> members) {
        this(exit, () -> members);
    }
}
