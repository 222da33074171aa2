package dev.tenon.cli.output;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Detects an interactive terminal: from Java 22 to 24 there is a console even if input and output are files. */
public final class Terminal {

    private Terminal() {}

    /** The console; empty where there is no terminal. */
    public static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** Java 17 does not have the method, and no such console either. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("a public method that throws nothing", impossible);
        }
    }
}
