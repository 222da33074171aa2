package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.RoutineOptions.NameResolution;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scans the options of a CREATE or ALTER statement for a routine: what follows its parameters and result, up to a body
 * that is not a string. Parameters, values of settings and bodies may contain the same words.
 */
final class RoutineOptionsParser {

    private static final Set<String> ROUTINES = Set.of("function", "procedure", "routine");
    private static final Set<String> BODY = Set.of("begin", "return");

    /** The words before one value, which may be any word; {@code to} is that of OWNER TO and RENAME TO. */
    private static final Set<String> WITH_VALUE = Set.of("language", "parallel", "cost", "rows", "support", "to");

    private static final String TEMPORARY = "pg_temp";

    private final List<Token> tokens;
    private int at;
    private boolean definer;
    private boolean leakproof;
    private boolean setsSearchPath;
    private boolean temporaryLast;

    RoutineOptionsParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The options; empty if the statement is about something else. */
    Optional<RoutineOptions> read() {
        boolean creates = take("create");
        if (!creates && !take("alter")) {
            return Optional.empty();
        }
        if (take("or")) {
            take("replace");
        }
        if (!ROUTINES.contains(word())) {
            return Optional.empty();
        }
        at++;
        skipName();
        skipParentheses();
        if (take("returns") && !(word().equals("null") && next().equals("on"))) {
            skipType();
        }
        while (at < tokens.size() && !tokens.get(at).is(";") && !BODY.contains(word())) {
            option();
        }
        return Optional.of(new RoutineOptions(definer, leakproof, names(BODY.contains(word()))));
    }

    private NameResolution names(boolean parsed) {
        if (!setsSearchPath) {
            return NameResolution.BY_CALLER;
        }
        return temporaryLast || parsed ? NameResolution.BY_ROUTINE : NameResolution.TEMPORARY_FIRST;
    }

    private void option() {
        if (take("security")) {
            definer = take("definer");
        } else if (take("not")) {
            at++;
            leakproof = false;
        } else if (take("leakproof")) {
            leakproof = true;
        } else if (take("set")) {
            setting();
        } else if (WITH_VALUE.contains(word())) {
            at++;
            skipName();
        } else {
            at++;
        }
    }

    /** The name and values of a SET option. */
    private void setting() {
        String name = at < tokens.size() ? tokens.get(at).name() : "";
        boolean path = name.equalsIgnoreCase("search_path") || word().equals("schema");
        setsSearchPath |= path;
        skipName();
        if (take("from")) {
            take("current");
            return;
        }
        if (!take("to") && !take("=")) {
            // SET SCHEMA 'a', SET ROLE a and SET TIME ZONE a have their value without a sign.
            take("zone");
        }
        do {
            take("-");
            if (path) {
                temporaryLast = isTemporarySchema(tokens, at);
            }
            at++;
        } while (take(","));
    }

    private static boolean isTemporarySchema(List<Token> tokens, int at) {
        return at < tokens.size()
                && (tokens.get(at).name().equals(TEMPORARY) || tokens.get(at).is("'" + TEMPORARY + "'"));
    }

    /** The type of a result, whose name is not an option of the routine: with SETOF or TABLE, parentheses and brackets. */
    private void skipType() {
        if (!take("table")) {
            take("setof");
            skipName();
        }
        skipParentheses();
    }

    private void skipName() {
        at++;
        while (at < tokens.size() && tokens.get(at).is(".")) {
            at += 2;
        }
    }

    private void skipParentheses() {
        if (at >= tokens.size() || !tokens.get(at).is("(")) {
            return;
        }
        int depth = 0;
        do {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            at++;
        } while (depth > 0 && at < tokens.size());
    }

    private boolean take(String word) {
        boolean there = at < tokens.size() && tokens.get(at).is(word);
        at += there ? 1 : 0;
        return there;
    }

    private String word() {
        return word(at);
    }

    private String next() {
        return word(at + 1);
    }

    private String word(int index) {
        boolean word = index < tokens.size() && tokens.get(index).kind() == TokenKind.WORD;
        return word ? tokens.get(index).name() : "";
    }
}
