package dev.tenon.runtime.cli;

import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.FormerHistory;
import dev.tenon.runtime.migrate.FormerTool;
import dev.tenon.schema.json.JsonValue;
import java.nio.file.Path;
import java.util.Map;
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

    @Option(names = "--journal", paramLabel = "FILE", description = "Drizzle's journal. Default: ${DEFAULT-VALUE}.")
    private Path journal = Path.of("drizzle/meta/_journal.json");

    @Override
    Answer run(Output output) {
        Tenon tenon = database.configuration(main().environment()).load();
        StatusResult status = from == null ? tenon.baseline() : tenon.baseline(history(from));
        output.say(status.state().text());
        return new Answer(
                ExitCode.DONE, Map.of("state", JsonValue.text(status.state().text())));
    }

    private FormerHistory history(FormerTool tool) {
        return new FormerHistory(tool, tool == FormerTool.DRIZZLE ? DrizzleJournal.read(journal) : Map.of());
    }
}
