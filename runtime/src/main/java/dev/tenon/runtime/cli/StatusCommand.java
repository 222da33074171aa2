package dev.tenon.runtime.cli;

import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.runtime.migrate.Standing;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenon status}: which migrations the database has applied. */
@Command(name = "status", description = "Shows which migrations the database has applied, and which are pending.")
final class StatusCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @Override
    Answer run(Output output) {
        StatusResult status =
                database.configuration(main().environment()).load().status();
        output.say(status.state().text());
        if (!status.migrations().isEmpty()) {
            TextTable table = new TextTable("migration", "state", "steps", "applied at", "by");
            status.migrations().forEach(migration -> row(table, migration));
            output.say("");
            table.lines().forEach(output::say);
        }
        status.migrations().forEach(migration -> migration.retreat().ifPresent(output::say));
        status.problems().forEach(output::progress);
        return new Answer(
                status.isCurrent() ? ExitCode.DONE : ExitCode.OUT_OF_STEP, Map.of("state", Json.state(status.state())));
    }

    private static void row(TextTable table, MigrationStatus migration) {
        table.row(
                migration.migration().toString(),
                migration.standing().name().toLowerCase(Locale.ROOT),
                migration.standing() == Standing.PARTIAL
                        ? migration.done() + " of " + migration.steps()
                        : Integer.toString(migration.steps()),
                migration.appliedAt().map(Object::toString).orElse(""),
                migration.appliedBy().orElse(""));
    }
}
