package dev.tenon.cli;

import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.PasswordRedaction;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Handles invalid command lines, before anything is connected or read. */
final class UsageErrors implements IParameterExceptionHandler {

    private final IParameterExceptionHandler text;

    /** Delegates output for people to {@code text}. */
    UsageErrors(IParameterExceptionHandler text) {
        this.text = text;
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) throws Exception {
        String message = Objects.requireNonNullElse(error.getMessage(), "invalid command line");
        String shown = new PasswordRedaction(Arrays.asList(args)).hide(message);
        if (!Arrays.asList(args).contains("--json")) {
            boolean harmless = shown.equals(message);
            return text.handleParseException(
                    harmless ? error : new ParameterException(error.getCommandLine(), shown), args);
        }
        Fault fault = new Fault(FaultCode.USAGE, shown, "see --help");
        new Output(error.getCommandLine(), true)
                .document(
                        error.getCommandLine().getCommandName(),
                        new CommandResult(ExitCode.USAGE, Map.of("error", ResultJson.fault(fault))));
        return ExitCode.USAGE.number();
    }
}
