package dev.tenon.cli;

import dev.tenon.cli.option.CheckedDatabaseOption;
import dev.tenon.cli.option.SourcesOption;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon drop}: removes the newest migration, unless the database has applied it. */
@Command(
        name = "drop",
        description =
                "Removes the newest migration and restores the previous snapshot. If --url or the environment names"
                        + " a database, drop refuses when that database has applied the migration.")
final class DropCommand extends TenonCommand {

    @Mixin
    private SourcesOption sources;

    @Mixin
    private CheckedDatabaseOption database;

    @Option(names = "--with-manual-part", description = "Remove it even if it has a handwritten part.")
    private boolean withManualPart;

    @Override
    CommandResult run(Output output) {
        MigrationDirectory directory = sources.directory();
        List<MigrationStatus> known = database.status(sources, main().environment())
                .map(StatusResult::migrations)
                .orElse(List.of());
        known.stream()
                .skip(Math.max(0, known.size() - 1))
                .filter(newest -> newest.progress() != MigrationProgress.PENDING)
                .forEach(newest -> {
                    throw applied(newest).exception();
                });
        MigrationName dropped = directory
                .drop(withManualPart)
                .orElseThrow(() -> directory.absence().exception());
        output.print("Dropped " + dropped + (known.isEmpty() ? "; no database was checked" : ""));
        return new CommandResult(ExitCode.DONE, Map.of("migration", JsonValue.text(dropped.toString())));
    }

    private static Fault applied(MigrationStatus newest) {
        return new Fault(
                FaultCode.APPLIED,
                "the database has applied " + newest.migration()
                        + (newest.progress() != MigrationProgress.APPLIED ? " in part" : ""),
                newest.progress() == MigrationProgress.APPLIED
                        ? "generate another migration that reverts the change"
                        : "run 'tenon abandon', which takes it back, then drop it");
    }
}
