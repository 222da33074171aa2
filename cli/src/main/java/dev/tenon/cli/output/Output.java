package dev.tenon.cli.output;

import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonWriter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The output of a command: lines for people, or one JSON document for programs. */
public final class Output {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private int changing;

    /** For this command of the command line. */
    public Output(CommandLine command, boolean json) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.json = json;
    }

    /** Prints a line of the result for people. */
    public void say(String line) {
        endChanging();
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    /** Prints progress to standard error, in a line that the next one replaces. */
    void changing(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, changing - line.length())));
        err.flush();
        changing = line.length();
    }

    private void endChanging() {
        if (changing > 0) {
            err.println();
            changing = 0;
        }
    }

    /** Prints a line to standard error. */
    public void progress(String line) {
        endChanging();
        err.println(line);
        err.flush();
    }

    /** Tells people, after everything else, which command prints the pages of these codes. */
    public void explain(Stream<String> codes) {
        if (!json) {
            codes.distinct().forEach(code -> progress("More: tenon explain " + code));
        }
    }

    /** Prints the JSON document for programs. */
    public void document(String command, CommandResult answer) {
        if (json) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("command", JsonValue.text(command));
            members.put("exitCode", JsonValue.number(answer.exit().number()));
            members.putAll(answer.members().get());
            out.print(JsonWriter.write(JsonValue.object(members)));
            out.flush();
        }
    }
}
