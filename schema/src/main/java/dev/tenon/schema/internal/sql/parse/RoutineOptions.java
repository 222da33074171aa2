package dev.tenon.schema.internal.sql.parse;

import java.util.Optional;

/**
 * The security options of a statement that creates or alters a routine.
 *
 * @param definer whether it is SECURITY DEFINER
 * @param leakproof whether it is LEAKPROOF
 * @param pinsSearchPath whether it sets {@code search_path}
 */
public record RoutineOptions(boolean definer, boolean leakproof, boolean pinsSearchPath) {

    private static final RoutineOptions NONE = new RoutineOptions(false, false, false);

    /** Reads the statement; a statement about anything but a routine has none of the options. */
    public static RoutineOptions of(String statement) {
        return Optional.of(SqlTokens.meaningful(statement))
                .flatMap(tokens -> new RoutineOptionsParser(tokens).read())
                .orElse(NONE);
    }
}
