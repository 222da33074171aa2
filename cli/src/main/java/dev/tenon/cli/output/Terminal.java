package dev.tenon.cli.output;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Detects an interactive terminal. From Java 22 to 24 a console exists even if input and output are files. */
public final class Terminal {

    private Terminal() {}

    /** Returns the console; empty without a terminal. */
    public static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** Java 17 lacks the method, but returns no such console either. */
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
