package dev.tenon.runtime.cli;

import dev.tenon.runtime.CompiledSchema;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Hints;
import dev.tenon.schema.generate.Rebasing;
import dev.tenon.schema.history.MigrationDirectory;
import dev.tenon.schema.history.Moved;
import dev.tenon.schema.history.Side;
import dev.tenon.schema.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon rebase}: moves the migrations of one branch after those of the other. */
@Command(
        name = "rebase",
        description =
                "Moves the migrations of one branch after those of the other: renumbers them, regenerates their SQL"
                        + " for the merged schema, and keeps handwritten parts.")
final class RebaseCommand extends TenonCommand {

    @Mixin
    private SourcesOption sources;

    @Mixin
    private ClassesOption classes;

    @Option(
            names = "--moving",
            paramLabel = "SIDE",
            description = "Whose migrations come last if git left conflicts: ours, the branch that was checked out, or"
                    + " theirs. Default: ours.",
            defaultValue = "ours")
    private Side moving = Side.OURS;

    @Override
    Answer run(Output output) {
        Hints hints = classes.snapshot()
                .map(CompiledSchema::snapshot)
                .map(CompiledSnapshot::hints)
                .orElse(Hints.NONE);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        try {
            MigrationDirectory directory = sources.directory();
            List<Moved> moved = Rebasing.rebase(directory, moving, hints);
            if (moved.isEmpty() && directory.journal().entries().isEmpty()) {
                throw Errors.fault(directory.absence()).exception();
            }
            moved.forEach(each -> output.say("Moved " + each.before() + " to " + each.after()));
            if (moved.isEmpty()) {
                output.say("Nothing to rebase: the journal lists every migration");
            }
            members.put(
                    "moved",
                    JsonValue.array(moved.stream().map(RebaseCommand::json).toList()));
            return new Answer(ExitCode.DONE, members);
        } catch (Rebasing.RefusedException refused) {
            output.say(String.valueOf(refused.getMessage()));
            members.put(
                    "findings",
                    JsonValue.array(
                            refused.findings().stream().map(Json::finding).toList()));
            return new Answer(ExitCode.FAILED, members);
        }
    }

    private static JsonValue json(Moved moved) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("before", JsonValue.text(moved.before().toString()));
        members.put("after", JsonValue.text(moved.after().toString()));
        return JsonValue.object(members);
    }
}
