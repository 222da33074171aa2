package dev.tenon.schema.internal.sql.parse;

import java.util.Optional;

/**
 * The security options of a statement that creates or alters a routine.
 *
 * @param definer whether it is SECURITY DEFINER
 * @param leakproof whether it is LEAKPROOF
 * @param names who decides what the names in its body mean
 */
public record RoutineOptions(boolean definer, boolean leakproof, NameResolution names) {

    private static final RoutineOptions NONE = new RoutineOptions(false, false, NameResolution.BY_CALLER);

    /** Who decides what the names in a body mean. */
    public enum NameResolution {
        /** The caller: the routine does not set {@code search_path}. */
        BY_CALLER,
        /**
         * The routine, but PostgreSQL looks for tables and types in the caller's temporary schema first, because {@code
         * search_path} does not end with {@code pg_temp}.
         */
        TEMPORARY_FIRST,
        /** The routine: its {@code search_path} ends with {@code pg_temp}, or its body was parsed when it was created. */
        BY_ROUTINE
    }

    /** Reads the statement; a statement about anything but a routine has none of the options. */
    public static RoutineOptions of(String statement) {
        return Optional.of(SqlTokens.meaningful(statement))
                .flatMap(tokens -> new RoutineOptionsParser(tokens).read())
                .orElse(NONE);
    }
}
