package dev.tenon.runtime.cli;

import dev.tenon.runtime.StatusResult;
import dev.tenon.schema.json.JsonValue;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenon baseline}: takes over a database that has everything already. */
@Command(
        name = "baseline",
        description = "Enters all migrations into the history without running them, if the database is what the newest"
                + " snapshot says and has applied none yet.")
final class BaselineCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @Override
    Answer run(Output output) {
        StatusResult status =
                database.configuration(main().environment()).load().baseline();
        output.say(status.state().text());
        return new Answer(
                ExitCode.DONE, Map.of("state", JsonValue.text(status.state().text())));
    }
}
