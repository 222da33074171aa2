package dev.tenon.cli;

import dev.tenon.cli.option.ClassesOption;
import dev.tenon.cli.option.SourcesOption;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.runtime.CompiledSchema;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.internal.generate.MigrationRebaser;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.write.MergeSide;
import dev.tenon.schema.internal.migrations.write.RebasedMigration;
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
    private MergeSide moving = MergeSide.OURS;

    @Override
    CommandResult run(Output output) {
        MigrationHints hints = classes.snapshot()
                .map(CompiledSchema::snapshot)
                .map(CompiledSnapshot::hints)
                .orElse(MigrationHints.NONE);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        try {
            MigrationDirectory directory = sources.directory();
            List<RebasedMigration> moved = MigrationRebaser.rebase(directory, moving, hints);
            if (moved.isEmpty() && directory.journal().entries().isEmpty()) {
                throw directory.absence().exception();
            }
            moved.forEach(each -> output.print("Moved " + each.before() + " to " + each.after()));
            if (moved.isEmpty()) {
                output.print("Nothing to rebase: the journal lists every migration");
            }
            members.put(
                    "moved",
                    JsonValue.array(moved.stream().map(RebaseCommand::json).toList()));
            return new CommandResult(ExitCode.DONE, members);
        } catch (MigrationRebaser.RefusedException refused) {
            output.print(String.valueOf(refused.getMessage()));
            members.put(
                    "findings",
                    JsonValue.array(
                            refused.findings().stream().map(ResultJson::finding).toList()));
            return new CommandResult(ExitCode.FAILED, members);
        }
    }

    private static JsonValue json(RebasedMigration moved) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("before", JsonValue.text(moved.before().toString()));
        members.put("after", JsonValue.text(moved.after().toString()));
        return JsonValue.object(members);
    }
}
