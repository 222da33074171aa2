package dev.tenon.cli;

import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The base of all commands, with output for people or programs. */
@Command
abstract class TenonCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() {
        Output output = new Output(spec.commandLine(), main.output().json());
        CommandResult answer = run(output);
        output.document(spec.name(), answer);
        return answer.exit().number();
    }

    /** Runs the command, prints lines for people, and returns the result. */
    abstract CommandResult run(Output output);

    /** Returns the command line of this command, for usage errors. */
    final CommandLine commandLine() {
        return spec.commandLine();
    }

    /** Returns the main command. */
    final Main main() {
        return main;
    }
}
