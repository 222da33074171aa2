package dev.tenon.runtime.cli;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Answers a command line that cannot be understood, before anything is connected or read. */
final class UsageErrors implements IParameterExceptionHandler {

    private final IParameterExceptionHandler text;

    /** Leaves the answer to people to {@code text}. */
    UsageErrors(IParameterExceptionHandler text) {
        this.text = text;
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) throws Exception {
        String message = Objects.requireNonNullElse(error.getMessage(), "invalid command line");
        String shown = new Redaction(Arrays.asList(args)).hide(message);
        if (!Arrays.asList(args).contains("--json")) {
            boolean harmless = shown.equals(message);
            return text.handleParseException(
                    harmless ? error : new ParameterException(error.getCommandLine(), shown), args);
        }
        Fault fault = new Fault(FaultCode.USAGE, shown, "see --help");
        new Output(error.getCommandLine(), true)
                .document(
                        error.getCommandLine().getCommandName(),
                        new Answer(ExitCode.USAGE, Map.of("error", Json.fault(fault))));
        return ExitCode.USAGE.number();
    }
}
