package dev.tenon.cli;

import dev.tenon.cli.baseline.PreviousHistory;
import dev.tenon.cli.baseline.PreviousTool;
import dev.tenon.cli.baseline.PreviousToolMigrations;
import dev.tenon.cli.option.DatabaseOptions;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.Tenon;
import dev.tenon.schema.internal.json.JsonValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon baseline}: adopts an existing database. */
@Command(
        name = "baseline",
        description = "Records all migrations in the history without running them, if the database equals the"
                + " newest snapshot and has applied no migration yet.")
final class BaselineCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--from",
            paramLabel = "TOOL",
            description = "Checks first that all migrations of another tool are applied: ${COMPLETION-CANDIDATES}.")
    private @Nullable PreviousTool from;

    @Option(
            names = {"--known", "--journal"},
            paramLabel = "PATH",
            description = "The migrations of that tool: the folder of Flyway, Prisma or Ebean, the changelog of"
                    + " Liquibase, the journal of Drizzle. Default: the tool's default location, if it exists.")
    private @Nullable Path known;

    @Override
    CommandResult run(Output output) {
        Tenon tenon = database.configuration(main().environment()).load();
        StatusResult status = from == null ? tenon.baseline() : tenon.baseline(history(from, output));
        output.print(status.state().text());
        return new CommandResult(
                ExitCode.DONE, Map.of("state", JsonValue.text(status.state().text())));
    }

    private PreviousHistory history(PreviousTool tool, Output output) {
        Optional<Path> place = Optional.ofNullable(known).or(() -> PreviousToolMigrations.defaultLocation(tool));
        if (place.isEmpty()) {
            output.print("Checked only the history of " + tool
                    + "; to check that all of its migrations are applied, name them with --known");
        }
        return new PreviousHistory(
                tool, place.map(path -> PreviousToolMigrations.read(tool, path)).orElse(Map.of()));
    }
}
