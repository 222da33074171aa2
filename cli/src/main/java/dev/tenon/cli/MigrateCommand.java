package dev.tenon.cli;

import dev.tenon.cli.option.DatabaseOptions;
import dev.tenon.cli.option.DurationConverter;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.ProgressOutput;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.cli.output.Terminal;
import dev.tenon.runtime.MigrationPreview;
import dev.tenon.runtime.MigrationResult;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonConfig;
import dev.tenon.runtime.migrate.PreviewedStep;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.JsonValue;
import java.time.Duration;
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

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for another migrator that makes no progress, such as 90s. Default: 60s.")
    private @Nullable Duration lockTimeout;

    @Option(
            names = "--step-lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "lock_timeout of the statements; a step that exceeds it is rolled back and retried."
                    + " Default: 500ms.")
    private @Nullable Duration stepLockTimeout;

    @Option(
            names = "--retry-for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "How long to retry a step after lock timeouts, a cancelled batch or a lost connection, without progress."
                            + " Default: 5m.")
    private @Nullable Duration retryFor;

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
        if (lockTimeout != null) {
            configuration.lockTimeout(lockTimeout);
        }
        if (stepLockTimeout != null) {
            configuration.stepLockTimeout(stepLockTimeout);
        }
        if (retryFor != null) {
            configuration.retryFor(retryFor);
        }
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
        preview.steps().forEach(step -> print(step, output));
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("state", ResultJson.state(preview.state()));
        members.put(
                "steps",
                JsonValue.array(
                        preview.steps().stream().map(MigrateCommand::step).toList()));
        return new CommandResult(ExitCode.DONE, members);
    }

    private static void print(PreviewedStep step, Output output) {
        output.print("");
        output.print("-- " + step.id() + " (" + step.mode().text() + ")");
        step.statements().forEach(statement -> output.print(statement + ";"));
    }

    private static JsonValue step(PreviewedStep step) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("migration", JsonValue.text(step.id().migration().toString()));
        members.put("step", JsonValue.number(step.id().step()));
        members.put("mode", JsonValue.text(step.mode().text()));
        members.put(
                "statements",
                JsonValue.array(step.statements().stream().map(JsonValue::text).toList()));
        return JsonValue.object(members);
    }

    private static JsonValue names(List<MigrationName> migrations) {
        return JsonValue.array(
                migrations.stream().map(name -> JsonValue.text(name.toString())).toList());
    }
}
