package dev.tenon.cli;

import dev.tenon.cli.option.OutputOptions;
import dev.tenon.cli.option.Version;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code tenon}; its {@link Subcommands} do the work. */
@Command(
        name = "tenon",
        description = "Applies, verifies and inspects PostgreSQL migrations generated from annotated Java entities.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:usage",
            "3:pending or out of step",
            "4:drift",
            "5:isolation broken",
            "6:could not get the lock"
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOptions output;

    private final Map<String, String> environment;

    Main(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param args the command line, without the program's name
     */
    public static void main(String[] args) {
        // From JDK 22, System.console() exists even without a terminal, unless jdk.console names java.base.
        System.setProperty("jdk.console", "java.base");
        System.exit(commandLine(System.getenv(), args).execute(args));
    }

    /**
     * Returns the configured command line; its {@code execute} returns the exit code.
     *
     * @param environment the environment variables
     * @param args the arguments that it will execute; without any, all subcommands are registered
     */
    static CommandLine commandLine(Map<String, String> environment, String... args) {
        CommandLine commandLine = new CommandLine(new Main(environment));
        Subcommands.register(commandLine, args);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(new UsageErrors(commandLine.getParameterExceptionHandler()));
        commandLine.setExecutionExceptionHandler(new Errors());
        return commandLine;
    }

    /** The environment variables. */
    Map<String, String> environment() {
        return environment;
    }

    OutputOptions output() {
        return output;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
