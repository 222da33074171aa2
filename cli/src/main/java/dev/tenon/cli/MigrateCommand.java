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
import dev.tenon.runtime.MigrationPreview;
import dev.tenon.runtime.MigrationResult;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonConfig;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon migrate}: applies pending migrations and verifies the result. */
@Command(
        name = "migrate",
        description = "Applies the pending migrations and verifies that the database equals the snapshot.")
final class MigrateCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--dry-run", description = "Print the SQL without running it.")
    private boolean dryRun;

    @Option(names = "--to", paramLabel = "NUMBER", description = "The last migration to apply. Default: the newest.")
    private @Nullable Integer last;

    @Mixin
    private TimeoutOptions timeouts;

    @Option(names = "--out-of-order", description = "Apply a pending migration even if a later one is applied already.")
    private boolean outOfOrder;

    @Override
    CommandResult run(Output output) {
        TenonConfig configuration = database.configuration(main().environment())
                .outOfOrder(outOfOrder)
                .listener(new ProgressOutput(output, Terminal.console().isPresent()));
        if (last != null) {
            configuration.upTo(last);
        }
        timeouts.configure(configuration);
        Tenon tenon = configuration.load();
        return dryRun ? preview(tenon.preview(), output) : migrated(tenon.migrate(), output);
    }

    private static CommandResult migrated(MigrationResult result, Output output) {
        output.print("Verified: " + result.verification().tables() + " tables, no drift");
        return new CommandResult(ExitCode.DONE, () -> members(result));
    }

    private static Map<String, JsonValue> members(MigrationResult result) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("before", ResultJson.state(result.before()));
        members.put("after", ResultJson.state(result.after()));
        members.put("applied", names(result.applied()));
        members.put("verification", ResultJson.verification(result.verification()));
        return members;
    }

    private static CommandResult preview(MigrationPreview preview, Output output) {
        output.print("-- " + preview.state().text());
        PreviewedSteps.print(preview.steps(), output);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("state", ResultJson.state(preview.state()));
        members.put("steps", PreviewedSteps.json(preview.steps()));
        return new CommandResult(ExitCode.DONE, members);
    }

    private static JsonValue names(List<MigrationName> migrations) {
        return JsonValue.array(
                migrations.stream().map(name -> JsonValue.text(name.toString())).toList());
    }
}
