package dev.tenon.cli;

import dev.tenon.cli.option.DatabaseOptions;
import dev.tenon.cli.option.TimeoutOptions;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.PreviewedSteps;
import dev.tenon.cli.output.ProgressOutput;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.cli.output.Terminal;
import dev.tenon.runtime.AbandonPreview;
import dev.tenon.runtime.AbandonResult;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonConfig;
import dev.tenon.runtime.migrate.Loss;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon abandon}: takes a half-applied migration back. */
@Command(
        name = "abandon",
        description = "Takes a half-applied migration back, from what its committed steps left to the schema before it,"
                + " so that it can be generated anew. Does nothing if no migration is half-applied.")
final class AbandonCommand extends TenonCommand {

    private static final String NOTHING = "Nothing to abandon: no migration is half-applied";

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--dry-run", description = "Print the SQL and what would be lost, without running it.")
    private boolean dryRun;

    @Option(
            names = "--accept",
            paramLabel = "TOKEN",
            split = ",",
            description = "What does not come back, exactly as printed: drop-column:plan.notes")
    private List<String> accept = new ArrayList<>();

    @Mixin
    private TimeoutOptions timeouts;

    @Override
    CommandResult run(Output output) {
        TenonConfig configuration = database.configuration(main().environment())
                .listener(new ProgressOutput(output, Terminal.console().isPresent()));
        timeouts.configure(configuration);
        Tenon tenon = configuration.load();
        return dryRun
                ? preview(tenon.previewAbandon(), output)
                : abandoned(tenon.abandon(new LinkedHashSet<>(accept)), output);
    }

    private static CommandResult abandoned(AbandonResult result, Output output) {
        output.print(result.migration()
                .map(name ->
                        name + " is taken back: drop it and generate it anew, or apply it again with 'tenon migrate'")
                .orElse(NOTHING));
        Map<String, JsonValue> members = members(result.migration(), result.losses());
        members.put("after", ResultJson.state(result.after()));
        return new CommandResult(ExitCode.DONE, members);
    }

    private static CommandResult preview(AbandonPreview preview, Output output) {
        output.print("-- "
                + preview.migration()
                        .map(name -> "abandon of " + name + ": "
                                + preview.steps().size() + (preview.steps().size() == 1 ? " step" : " steps"))
                        .orElse(NOTHING));
        for (Loss loss : preview.losses()) {
            output.print((loss.acceptance().isPresent() ? "-- Lost: " : "-- Correct first: ")
                    + loss.toString().replaceAll("\\R", " "));
        }
        PreviewedSteps.print(preview.steps(), output);
        Map<String, JsonValue> members = members(preview.migration(), preview.losses());
        members.put("steps", PreviewedSteps.json(preview.steps()));
        return new CommandResult(ExitCode.DONE, members);
    }

    private static Map<String, JsonValue> members(Optional<MigrationName> migration, List<Loss> losses) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        migration.ifPresent(name -> members.put("migration", JsonValue.text(name.toString())));
        members.put(
                "losses",
                JsonValue.array(losses.stream().map(AbandonCommand::json).toList()));
        return members;
    }

    private static JsonValue json(Loss loss) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("object", JsonValue.text(loss.object()));
        members.put("problem", JsonValue.text(loss.problem()));
        loss.acceptance().ifPresent(token -> members.put("acceptance", JsonValue.text(token)));
        return JsonValue.object(members);
    }
}
