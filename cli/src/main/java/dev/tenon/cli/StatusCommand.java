package dev.tenon.cli;

import dev.tenon.cli.option.DatabaseOptions;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.cli.output.TextTable;
import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationStatus;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenon status}: lists the migrations that the database has applied. */
@Command(name = "status", description = "Shows which migrations the database has applied, and which are pending.")
final class StatusCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @Override
    CommandResult run(Output output) {
        StatusResult status =
                database.configuration(main().environment()).load().status();
        output.print(status.state().text());
        if (!status.migrations().isEmpty()) {
            TextTable table = new TextTable("migration", "state", "steps", "applied at", "by");
            status.migrations().forEach(migration -> row(table, migration));
            output.print("");
            table.lines().forEach(output::print);
        }
        status.migrations().forEach(migration -> migration.undoNotice().ifPresent(output::print));
        status.problems().forEach(output::progress);
        return new CommandResult(
                status.isCurrent() ? ExitCode.DONE : ExitCode.OUT_OF_STEP,
                Map.of("state", ResultJson.state(status.state())));
    }

    private static void row(TextTable table, MigrationStatus migration) {
        table.row(
                migration.migration().toString(),
                migration.progress().name().toLowerCase(Locale.ROOT),
                migration.progress() == MigrationProgress.PARTIAL
                        ? migration.done() + " of " + migration.steps()
                        : Integer.toString(migration.steps()),
                migration.appliedAt().map(Object::toString).orElse(""),
                migration.appliedBy().orElse(""));
    }
}
