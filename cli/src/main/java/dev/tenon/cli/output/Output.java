package dev.tenon.cli.output;

import dev.tenon.schema.PrintableText;
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
    private int replaceable;

    /** Creates the output of a command. */
    public Output(CommandLine command, boolean json) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.json = json;
    }

    /** Prints a line of the result for people. */
    public void print(String line) {
        endChanging();
        if (!json) {
            out.println(PrintableText.lines(line));
            out.flush();
        }
    }

    /** Prints progress to standard error; the next line replaces it. */
    void replaceable(String line) {
        err.print("\r" + PrintableText.of(line) + " ".repeat(Math.max(0, replaceable - line.length())));
        err.flush();
        replaceable = line.length();
    }

    private void endChanging() {
        if (replaceable > 0) {
            err.println();
            replaceable = 0;
        }
    }

    /** Prints a line to standard error. */
    public void progress(String line) {
        endChanging();
        err.println(PrintableText.lines(line));
        err.flush();
    }

    /** Tells users at the end which command prints the pages of these codes. */
    public void explain(Stream<String> codes) {
        if (!json) {
            codes.distinct().forEach(code -> progress("More: tenon explain " + code));
        }
    }

    /** Prints the JSON document for programs. */
    public void document(String command, CommandResult result) {
        if (json) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("command", JsonValue.text(command));
            members.put("exitCode", JsonValue.number(result.exit().number()));
            members.putAll(result.members().get());
            out.print(JsonWriter.write(JsonValue.object(members)));
            out.flush();
        }
    }
}
