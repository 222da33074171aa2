package dev.tenon.runtime.cli;

import dev.tenon.schema.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a command answers: to the shell, and to a program.
 *
 * @param exit the exit code
 * @param members the members of the JSON document, besides the command and the exit code
 */
record Answer(ExitCode exit, Map<String, JsonValue> members) {

    Answer {
        Objects.requireNonNull(exit, "exit");
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
