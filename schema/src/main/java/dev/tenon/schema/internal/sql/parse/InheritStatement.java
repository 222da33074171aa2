package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.CreateStatementParser.NamePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A statement that makes a table inherit from others: {@code ALTER TABLE … INHERIT}, or {@code CREATE TABLE … INHERITS}.
 *
 * @param child the table that inherits
 * @param parents the tables that it inherits from, in their order
 * @param creates whether it creates the child
 */
public record InheritStatement(QualifiedName child, List<QualifiedName> parents, boolean creates) {

    /** What may be between CREATE and TABLE: for example GLOBAL TEMPORARY. */
    private static final int MAX_QUALIFIERS = 2;

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

    private static Optional<InheritStatement> read(String sql) {
        CreateStatementParser tokens = new CreateStatementParser(SqlTokens.meaningful(sql));
        if (tokens.take("alter")) {
            return tokens.take("table") ? altered(tokens) : Optional.empty();
        }
        return tokens.take("create") ? created(tokens) : Optional.empty();
    }

    private static Optional<InheritStatement> altered(CreateStatementParser tokens) {
        if (tokens.take("if")) {
            tokens.take("exists");
        }
        tokens.take("only");
        Optional<NamePosition> child = tokens.name();
        tokens.takeSymbol("*");
        List<QualifiedName> parents = parents(tokens, () -> tokens.take("inherit"));
        // A statement that does something else, too, is not taken apart.
        return child.filter(any -> !parents.isEmpty() && tokens.atEnd())
                .map(name -> new InheritStatement(name.name(), parents, false));
    }

    private static Optional<InheritStatement> created(CreateStatementParser tokens) {
        for (int qualifiers = 0; qualifiers < MAX_QUALIFIERS && !tokens.isWord("table"); qualifiers++) {
            tokens.skip();
        }
        if (!tokens.take("table")) {
            return Optional.empty();
        }
        if (tokens.take("if")) {
            tokens.take("not");
            tokens.take("exists");
        }
        Optional<NamePosition> child = tokens.name();
        while (!tokens.atEnd() && !tokens.take("inherits")) {
            tokens.skip();
        }
        tokens.takeSymbol("(");
        List<QualifiedName> parents = parents(tokens, () -> true);
        return child.filter(any -> !parents.isEmpty()).map(name -> new InheritStatement(name.name(), parents, true));
    }

    /** The names that are separated by commas, and what is before each of them. */
    private static List<QualifiedName> parents(CreateStatementParser tokens, BooleanSupplier introduced) {
        List<QualifiedName> parents = new ArrayList<>();
        do {
            Optional<NamePosition> parent = introduced.getAsBoolean() ? tokens.name() : Optional.empty();
            parent.ifPresent(name -> parents.add(name.name()));
        } while (tokens.takeSymbol(","));
        return parents;
    }
}
