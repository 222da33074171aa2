package dev.tenon.cli;

import dev.tenon.cli.option.CheckedDatabaseOption;
import dev.tenon.cli.option.SourcesOption;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.schema.internal.generate.MigrationRebaser;
import dev.tenon.schema.internal.generate.MigrationSquasher;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon squash}: replaces the first migrations by one that creates the same schema. */
@Command(
        name = "squash",
        description =
                "Replaces the first migrations by one that creates the same schema. Do this when every database has"
                        + " applied all of them: such a database counts as having applied the new migration, and its"
                        + " history stays as it is. If --url or the environment names a database, squash refuses when"
                        + " that database lacks one of them.")
final class SquashCommand extends TenonCommand {

    @Mixin
    private SourcesOption sources;

    @Option(
            names = "--to",
            paramLabel = "N",
            required = true,
            description = "The number of the last migration to replace; the new one gets this number.")
    private int to;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of the new migration. Default: ${DEFAULT-VALUE}.",
            defaultValue = "squash")
    private String name = "squash";

    @Option(
            names = "--with-manual-parts",
            description = "Append the handwritten parts of the replaced migrations, in order.")
    private boolean withManualParts;

    @Mixin
    private CheckedDatabaseOption database;

    @Override
    CommandResult run(Output output) {
        Optional<StatusResult> status = database.status(sources, main().environment());
        status.flatMap(this::obstacle).ifPresent(fault -> {
            throw fault.exception();
        });
        try {
            JournalEntry entry = MigrationSquasher.squash(sources.directory(), to, name, withManualParts);
            output.print("Squashed " + entry.replaces().size() + " migrations into " + entry.migration()
                    + "; the schema after it is the same" + (status.isEmpty() ? "; no database was checked" : ""));
            if (entry.manual().isPresent()) {
                output.print("Check its manual part: the SQL was written for earlier schemas");
            }
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("migration", JsonValue.text(entry.migration().toString()));
            members.put(
                    "replaces",
                    JsonValue.array(entry.replaces().stream()
                            .map(each -> JsonValue.text(each.migration().toString()))
                            .toList()));
            return new CommandResult(ExitCode.DONE, members);
        } catch (MigrationRebaser.RefusedException refused) {
            output.print(String.valueOf(refused.getMessage()));
            List<JsonValue> findings =
                    refused.findings().stream().map(ResultJson::finding).toList();
            return new CommandResult(ExitCode.FAILED, Map.of("findings", JsonValue.array(findings)));
        }
    }

    private Optional<Fault> obstacle(StatusResult status) {
        return status.migrations().stream()
                .filter(each -> each.migration().number() <= to && each.progress() != MigrationProgress.APPLIED)
                .findFirst()
                .map(lacking -> new Fault(
                        FaultCode.SQUASHED_IN_PART,
                        "the database has not applied " + lacking.migration(),
                        "run 'tenon migrate' on every database first"));
    }
}
