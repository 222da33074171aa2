package dev.tenon.schema.sql;

import dev.tenon.schema.sql.SqlTokens.Token;
import java.util.List;

/**
 * What a CREATE FUNCTION or PROCEDURE statement says about the rights that it runs with.
 *
 * @param definer whether it runs with the rights of its owner
 * @param pinsSearchPath whether it says where names without a schema are looked for
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
