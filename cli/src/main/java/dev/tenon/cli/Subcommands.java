package dev.tenon.cli;

import java.util.List;
import picocli.CommandLine;

/**
 * The subcommands, in the order of the help. Reflection on all of them is slow, so if the first argument names one,
 * only that one is registered.
 */
final class Subcommands {

    private static final List<String> NAMES = List.of(
            "generate",
            "check",
            "drop",
            "rebase",
            "squash",
            "status",
            "migrate",
            "verify",
            "repair",
            "abandon",
            "import",
            "baseline",
            "explain");

    private Subcommands() {}

    /** Registers the subcommands that the arguments can name. */
    static void register(CommandLine tenon, String... arguments) {
        boolean one = arguments.length > 0 && NAMES.contains(arguments[0]);
        for (String name : one ? List.of(arguments[0]) : NAMES) {
            tenon.addSubcommand(name, command(name));
        }
    }

    /** Not a map of constructors: a map would load all their classes. */
    private static TenonCommand command(String name) {
        return switch (name) {
            case "generate" -> new GenerateCommand();
            case "check" -> new CheckCommand();
            case "drop" -> new DropCommand();
            case "rebase" -> new RebaseCommand();
            case "squash" -> new SquashCommand();
            case "status" -> new StatusCommand();
            case "migrate" -> new MigrateCommand();
            case "verify" -> new VerifyCommand();
            case "repair" -> new RepairCommand();
            case "abandon" -> new AbandonCommand();
            case "import" -> new ImportCommand();
            case "baseline" -> new BaselineCommand();
            case "explain" -> new ExplainCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
