package dev.tenon.runtime.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The subcommands, in the order in which help lists them. Looking at all of them takes a good part of a short run, so where the
 * command line begins with the name of one, only that one is registered.
 */
final class Subcommands {

    private static final Map<String, Supplier<TenonCommand>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("generate", GenerateCommand::new);
        ALL.put("check", CheckCommand::new);
        ALL.put("drop", DropCommand::new);
        ALL.put("rebase", RebaseCommand::new);
        ALL.put("status", StatusCommand::new);
        ALL.put("migrate", MigrateCommand::new);
        ALL.put("verify", VerifyCommand::new);
        ALL.put("repair", RepairCommand::new);
        ALL.put("import", ImportCommand::new);
        ALL.put("baseline", BaselineCommand::new);
    }

    private Subcommands() {}

    /** Registers those that can be meant. */
    static void register(CommandLine tenon, String... arguments) {
        @Nullable Supplier<TenonCommand> only = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (only == null) {
            ALL.forEach((name, command) -> tenon.addSubcommand(name, command.get()));
        } else {
            tenon.addSubcommand(arguments[0], only.get());
        }
    }
}
