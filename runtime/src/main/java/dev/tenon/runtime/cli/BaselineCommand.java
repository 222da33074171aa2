package dev.tenon.runtime.cli;

import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.FormerHistory;
import dev.tenon.runtime.migrate.FormerTool;
import dev.tenon.schema.json.JsonValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon baseline}: takes over a database that has everything already. */
@Command(
        name = "baseline",
        description = "Enters all migrations into the history without running them, if the database is what the newest"
                + " snapshot says and has applied none yet.")
final class BaselineCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--from",
            paramLabel = "TOOL",
            description = "Checks first that all that another tool knows of is applied: ${COMPLETION-CANDIDATES}.")
    private @Nullable FormerTool from;

    @Option(
            names = {"--known", "--journal"},
            paramLabel = "PATH",
            description =
                    "What there is for that tool to apply: the folder of Flyway, Prisma or Ebean, the changelog of"
                            + " Liquibase, the journal of Drizzle. Default: where the tool looks for it, if it is there.")
    private @Nullable Path known;

    @Override
    Answer run(Output output) {
        Tenon tenon = database.configuration(main().environment()).load();
        StatusResult status = from == null ? tenon.baseline() : tenon.baseline(history(from, output));
        output.say(status.state().text());
        return new Answer(
                ExitCode.DONE, Map.of("state", JsonValue.text(status.state().text())));
    }

    private FormerHistory history(FormerTool tool, Output output) {
        Optional<Path> place = Optional.ofNullable(known).or(() -> KnownMigrations.usual(tool));
        if (place.isEmpty()) {
            output.say("Only the history of " + tool
                    + " is checked: without --known nobody tells what there was to apply");
        }
        return new FormerHistory(
                tool, place.map(path -> KnownMigrations.read(tool, path)).orElse(Map.of()));
    }
}
