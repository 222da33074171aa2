package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;

/**
 * The security options of a CREATE FUNCTION or PROCEDURE statement.
 *
 * @param definer whether it is SECURITY DEFINER
 * @param pinsSearchPath whether it sets {@code search_path}
 */
public record RoutineOptions(boolean definer, boolean pinsSearchPath) {

    /** Reads the statement. */
    public static RoutineOptions of(String create) {
        List<Token> tokens = SqlTokens.meaningful(create);
        boolean definer = false;
        boolean pinned = false;
        for (int at = 1; at < tokens.size(); at++) {
            Token before = tokens.get(at - 1);
            definer |= before.is("security") && tokens.get(at).is("definer");
            pinned |= before.is("set") && tokens.get(at).is("search_path");
        }
        return new RoutineOptions(definer, pinned);
    }
}
