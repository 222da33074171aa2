package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;
import java.util.Set;

/** Finds where a query selects all columns in their physical order. */
public final class SelectStarFinder {

    private static final Set<String> BEFORE = Set.of("select", "distinct", "all", "returning", ",", ".");

    private SelectStarFinder() {}

    /** Whether the SQL has a {@code *} that selects columns, rather than a multiplication or {@code count(*)}. */
    public static boolean in(String sql) {
        List<Token> tokens = SqlTokens.meaningful(sql);
        for (int at = 1; at < tokens.size(); at++) {
            Token previous = tokens.get(at - 1);
            if (tokens.get(at).is("*") && BEFORE.stream().anyMatch(previous::is)) {
                return true;
            }
        }
        return false;
    }
}
