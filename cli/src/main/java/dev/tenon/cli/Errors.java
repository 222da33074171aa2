package dev.tenon.cli;

import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.PasswordRedaction;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.runtime.TenonException;
import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.schema.PrintableText;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints the fault of a failed command: one line with the problem and the remedy, and where to read more. */
final class Errors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        Main main = (Main) command.getCommandSpec().root().userObject();
        Output output = new Output(command, main.output().json());
        PasswordRedaction redaction = new PasswordRedaction(parsed.originalArgs());
        Fault fault = redaction.hide(fault(error));
        ExitCode exit = ExitCode.of(fault.code());
        output.progress(fault.message());
        if (main.output().verbose()) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace, true));
            command.getErr().print(PrintableText.lines(redaction.hide(trace.toString())));
            command.getErr().flush();
        }
        output.explain(Stream.of(fault.code()));
        output.document(command.getCommandName(), new CommandResult(exit, Map.of("error", ResultJson.fault(fault))));
        return exit.number();
    }

    private static Fault fault(Exception error) {
        if (error instanceof TenonException known) {
            return new Fault(known.code(), known.problem(), known.remedy(), known.facts());
        }
        if (error instanceof FaultException known) {
            return known.fault();
        }
        if (error instanceof MigrationDirectoryException known) {
            return fault(known.problem());
        }
        return new Fault(
                FaultCode.UNEXPECTED,
                "internal error: " + error,
                "run the command with --verbose and report the output");
    }

    /** Converts a problem of a migrations directory to a fault. */
    private static Fault fault(DirectoryProblem problem) {
        return new Fault(
                problem.code().code(),
                problem.place() + ": " + problem.problem(),
                problem.remedy(),
                Map.of("file", problem.file()));
    }
}
