package dev.tenon.cli;

import dev.tenon.cli.option.DatabaseOptions;
import dev.tenon.cli.option.StepNumber;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.InterruptedStep;
import dev.tenon.schema.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon repair}: lists and resolves interrupted steps. */
@Command(
        name = "repair",
        description = "Lists interrupted steps that run outside a transaction, or records the outcome of one."
                + " migrate resolves those whose outcome the catalogs show.")
final class RepairCommand extends TenonCommand {

    @Mixin
    private DatabaseOptions database;

    @ArgGroup
    private @Nullable StepResolution resolution;

    /** What the user found out about one step. */
    static final class StepResolution {
        @Option(
                names = "--done",
                paramLabel = "N.STEP",
                converter = StepNumber.Converter.class,
                description = "Record that this step took effect, such as 7.2 for step 2 of migration 7.")
        private @Nullable StepNumber done;

        @Option(
                names = "--again",
                paramLabel = "N.STEP",
                converter = StepNumber.Converter.class,
                description = "Record that this step had no effect; the next migrate runs it again.")
        private @Nullable StepNumber again;
    }

    @Override
    CommandResult run(Output output) {
        Tenon tenon = database.configuration(main().environment()).load();
        StepResolution found = resolution;
        if (found != null) {
            resolve(tenon, found.done, true, output);
            resolve(tenon, found.again, false, output);
        }
        List<InterruptedStep> left = tenon.interruptedSteps();
        left.forEach(step -> output.print(step + (step.isUndecided() ? advice(step) : "; migrate resolves it")));
        if (left.isEmpty()) {
            output.print("No interrupted steps");
        }
        return new CommandResult(
                left.isEmpty() ? ExitCode.DONE : ExitCode.OUT_OF_STEP,
                Map.of(
                        "interrupted",
                        JsonValue.array(left.stream().map(RepairCommand::json).toList())));
    }

    private static void resolve(Tenon tenon, @Nullable StepNumber step, boolean done, Output output) {
        if (step != null) {
            tenon.resolveStep(step.migration(), step.step(), done);
            output.print(step + (done ? " is recorded as done" : " will run again with the next migrate"));
        }
    }

    private static String advice(InterruptedStep step) {
        StepNumber number =
                new StepNumber(step.step().migration().number(), step.step().step());
        return "; check the database, then run tenon repair --done " + number + " or --again " + number;
    }

    private static JsonValue json(InterruptedStep step) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("migration", JsonValue.text(step.step().migration().toString()));
        members.put("step", JsonValue.number(step.step().step()));
        members.put("statement", JsonValue.text(step.statement()));
        members.put("effect", JsonValue.text(step.extent().name().toLowerCase(Locale.ROOT)));
        return JsonValue.object(members);
    }
}
