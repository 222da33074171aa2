package dev.tenon.runtime.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all commands have in common: they answer people and programs. */
@Command
abstract class TenonCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() {
        Output output = new Output(spec.commandLine(), main.output().json());
        Answer answer = run(output);
        output.document(spec.name(), answer);
        return answer.exit().number();
    }

    /** Does the work, tells people about it, and answers. */
    abstract Answer run(Output output);

    /** The command line as a whole. */
    final Main main() {
        return main;
    }
}
