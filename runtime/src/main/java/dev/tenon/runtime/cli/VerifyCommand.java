package dev.tenon.runtime.cli;

import dev.tenon.runtime.verify.VerifyResult;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenon verify}: whether the database is what the newest snapshot says. */
@Command(
        name = "verify",
        description = "Compares the live database with the newest snapshot, in every kind and attribute.")
final class VerifyCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @Override
    Answer run(Output output) {
        VerifyResult result =
                database.configuration(main().environment()).load().verify();
        result.differences().forEach(difference -> output.say(difference.toString()));
        output.say("Verified: " + result.tables() + " tables, "
                + (result.clean() ? "no drift" : result.differences().size() + " differences"));
        return new Answer(
                result.clean() ? ExitCode.DONE : ExitCode.DRIFT, Map.of("verification", Json.verification(result)));
    }
}
