package dev.tenon.cli;

import dev.tenon.cli.baseline.PreviousHistory;
import dev.tenon.cli.baseline.PreviousTool;
import dev.tenon.cli.baseline.PreviousToolMigrations;
import dev.tenon.cli.option.DatabaseOptions;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.runtime.AcceptedBaseline;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.BaselineCondition;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.internal.json.JsonValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

    @Option(
            names = "--accept-leftovers",
            description =
                    "Accepts what the database has beyond the snapshot: adds it to meta/leftovers.json for review, and"
                            + " notes it in the history of this database. If there is a history, only replaces these notes.")
    private boolean acceptLeftovers;

    @Override
    CommandResult run(Output output) {
        Tenon tenon = database.configuration(main().environment()).load();
        BaselineCondition condition = from == null ? connection -> {} : history(from, output);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        MigrationState state = acceptLeftovers
                ? accepting(tenon.baselineAcceptingLeftovers(condition), members, output)
                : tenon.baseline(condition).state();
        output.print(state.text());
        members.put("state", JsonValue.text(state.text()));
        return new CommandResult(ExitCode.DONE, members);
    }

    private static MigrationState accepting(AcceptedBaseline accepted, Map<String, JsonValue> members, Output output) {
        List<String> leftovers =
                accepted.leftovers().stream().map(Leftover::description).toList();
        leftovers.forEach(each -> output.print("Accepted: " + each));
        output.print("Review and commit " + accepted.file());
        members.put(
                "leftovers",
                JsonValue.array(leftovers.stream().map(JsonValue::text).toList()));
        return accepted.state();
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
