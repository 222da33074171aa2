package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A statement that makes a table inherit from others: {@code ALTER TABLE … INHERIT}, or {@code CREATE TABLE … INHERITS}.
 *
 * @param child the table that inherits
 * @param parents the tables that it inherits from, in their order
 * @param creates whether it creates the child
 */
public record InheritStatement(QualifiedName child, List<QualifiedName> parents, boolean creates) {

    public InheritStatement {
        parents = List.copyOf(parents);
    }

    /** The statements of a script that make tables inherit. */
    public static List<InheritStatement> in(String script) {
        if (!script.toLowerCase(Locale.ROOT).contains("inherit")) {
            return List.of();
        }
        return SqlScript.of(script).statements().stream()
                .flatMap(sql -> read(sql).stream())
                .toList();
    }

    /** Whether a script has no other statements. */
    public static boolean isAltering(String script) {
        List<InheritStatement> found = in(script);
        return !found.isEmpty()
                && found.stream().noneMatch(InheritStatement::creates)
                && found.size() == SqlScript.of(script).statements().size();
    }

    private static List<InheritStatement> read(String sql) {
        List<Token> tokens = SqlTokens.meaningful(sql);
        if (tokens.size() > 2 && tokens.get(0).is("alter") && tokens.get(1).is("table")) {
            return altered(tokens);
        }
        boolean creates = !tokens.isEmpty()
                && tokens.get(0).is("create")
                && tokens.stream().limit(4).anyMatch(token -> token.is("table"));
        return creates ? created(tokens) : List.of();
    }

    private static List<InheritStatement> altered(List<Token> tokens) {
        CreateStatementParser names = new CreateStatementParser(tokens);
        int at = 2;
        at += is(tokens, at, "if") ? 2 : 0;
        at += is(tokens, at, "only") ? 1 : 0;
        CreateStatementParser.NamePosition child = names.name(at).orElse(null);
        if (child == null) {
            return List.of();
        }
        at = child.to() + (is(tokens, child.to(), "*") ? 1 : 0);
        List<QualifiedName> parents = new ArrayList<>();
        while (is(tokens, at, "inherit")) {
            CreateStatementParser.NamePosition parent = names.name(at + 1).orElse(null);
            if (parent == null) {
                return List.of();
            }
            parents.add(parent.name());
            at = parent.to() + (is(tokens, parent.to(), ",") ? 1 : 0);
        }
        // A statement that does something else, too, is not taken apart.
        return parents.isEmpty() || at < tokens.size()
                ? List.of()
                : List.of(new InheritStatement(child.name(), parents, false));
    }

    private static List<InheritStatement> created(List<Token> tokens) {
        CreateStatementParser names = new CreateStatementParser(tokens);
        int at = 0;
        while (at < tokens.size() && !is(tokens, at, "table")) {
            at++;
        }
        at += is(tokens, at + 1, "if") ? 4 : 1;
        CreateStatementParser.NamePosition child = names.name(at).orElse(null);
        if (child == null) {
            return List.of();
        }
        int depth = 0;
        at = child.to();
        while (at < tokens.size() && !(depth == 0 && is(tokens, at, "inherits"))) {
            depth += is(tokens, at, "(") ? 1 : is(tokens, at, ")") ? -1 : 0;
            at++;
        }
        List<QualifiedName> parents = new ArrayList<>();
        at += 2;
        while (at < tokens.size()) {
            CreateStatementParser.NamePosition parent = names.name(at).orElse(null);
            if (parent == null) {
                break;
            }
            parents.add(parent.name());
            at = parent.to();
            if (!is(tokens, at, ",")) {
                break;
            }
            at++;
        }
        return parents.isEmpty() ? List.of() : List.of(new InheritStatement(child.name(), parents, true));
    }

    private static boolean is(List<Token> tokens, int index, String word) {
        return index < tokens.size() && tokens.get(index).is(word);
    }
}
