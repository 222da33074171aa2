package dev.tenon.testing.postgres;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@link ServerCommand}.
 *
 * @param mode the action
 * @param version the major version, or {@link PostgresTest#SHARED}
 */
record ServerCommandArguments(Mode mode, int version) {
    /** The actions of {@link ServerCommand}. */
    enum Mode {
        /** Run until standard input ends. */
        HOLD,
        /** Start a detached server. */
        DETACH,
        /** Be the process of the detached server. */
        DETACHED_PROCESS,
        /** Stop the detached server. */
        STOP
    }

    static ServerCommandArguments parse(List<String> arguments) {
        Mode mode = Mode.HOLD;
        int version = PostgresTest.SHARED;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--detach" -> mode = Mode.DETACH;
                case "--kept" -> mode = Mode.DETACHED_PROCESS;
                case "stop" -> mode = Mode.STOP;
                case "--version" -> version = version(rest);
                default -> throw new IllegalArgumentException("what is \"" + argument + "\"?");
            }
        }
        return new ServerCommandArguments(mode, version);
    }

    /** Returns the arguments for the process of the detached server. */
    List<String> ofDetachedProcess() {
        List<String> arguments = new ArrayList<>(List.of("--kept"));
        if (version != PostgresTest.SHARED) {
            arguments.addAll(List.of("--version", String.valueOf(version)));
        }
        return arguments;
    }

    private static int version(Iterator<String> rest) {
        try {
            return new ServerKind(Integer.parseInt(rest.hasNext() ? rest.next() : ""), false).major();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--version wants 15, 16, 17 or 18", e);
        }
    }
}
