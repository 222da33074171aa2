package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scans the tokens of a CREATE statement's head and records the positions of the names that determine the object's
 * schema.
 */
final class CreateStatementParser {

    private static final Set<String> QUALIFIERS =
            Set.of("temp", "temporary", "trusted", "procedural", "constraint", "unique", "default");
    private static final Set<String> LONG_KINDS =
            Set.of("event", "text", "foreign", "operator", "materialized", "access");
    private static final Set<String> AFTER_RESULT = Set.of(
            "language",
            "as",
            "window",
            "immutable",
            "stable",
            "volatile",
            "leakproof",
            "not",
            "called",
            "strict",
            "external",
            "security",
            "parallel",
            "cost",
            "rows",
            "support",
            "set",
            "begin",
            "return",
            "transform");
    private static final String MULTIRANGE = "multirange_type_name";
    private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");

    private final List<Token> tokens;
    private final List<NamePosition> places = new ArrayList<>();
    private int at;

    /**
     * The position of a name that determines the object's schema.
     *
     * @param from its first token
     * @param to the token after it
     * @param name the name
     */
    record NamePosition(int from, int to, QualifiedName name) {}

    CreateStatementParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Optional<CreateStatement> read() {
        if (!take("create")) {
            return new AlterationParser(this).read();
        }
        boolean orReplace = take("or") && take("replace");
        while (at < tokens.size() && QUALIFIERS.contains(word(at))) {
            at++;
        }
        String kind = kind();
        if (kind.equals(CreateStatement.INDEX)) {
            take("concurrently");
        }
        if (take("if")) {
            at += 2;
        }
        Optional<NamePosition> name = switch (kind) {
            case "cast" -> cast();
            case "operator" -> operator();
            default -> name();
        };
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String signature = signature(kind);
        Optional<NamePosition> on = isPart(kind) ? after(kind.equals("rule") ? "to" : "on") : Optional.empty();
        (isPart(kind) ? on : name).ifPresent(places::add);
        QualifiedName own = kind.equals(CreateStatement.INDEX) && on.isPresent()
                ? on.get().name().withName(name.get().name().name())
                : name.get().name();
        return Optional.of(new CreateStatement(kind, orReplace, own, signature, on.map(NamePosition::name)));
    }

    /** A cast has no name; its two types identify it. */
    private Optional<NamePosition> cast() {
        int from = at;
        while (at < tokens.size() && !tokens.get(at).is(")")) {
            at++;
        }
        List<String> words = tokens.subList(Math.min(from + 1, at), at).stream()
                .map(token -> token.is("as") ? "to" : token.text())
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamePosition(
                        from, at, new QualifiedName(QualifiedName.DEFAULT_SCHEMA, "cast " + String.join(" ", words))));
    }

    /** The name of an operator consists of symbols. */
    private Optional<NamePosition> operator() {
        int from = at;
        boolean qualified = at + 1 < tokens.size() && tokens.get(at + 1).is(".");
        String schema = qualified ? tokens.get(at).name() : QualifiedName.DEFAULT_SCHEMA;
        at += qualified ? 2 : 0;
        StringBuilder symbols = new StringBuilder();
        while (at < tokens.size() && !tokens.get(at).is("(")) {
            symbols.append(tokens.get(at++).text());
        }
        return symbols.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamePosition(from, at, new QualifiedName(schema, symbols.toString())));
    }

    /**
     * The names that were read, and other names that determine a schema: the table of statistics, and the multirange
     * type.
     */
    List<NamePosition> places(String kind) {
        if (kind.equals("statistics")) {
            after("from").ifPresent(places::add);
        } else if (kind.equals("type")) {
            after(MULTIRANGE).ifPresent(places::add);
        }
        return places;
    }

    private static boolean isPart(String kind) {
        return kind.equals("trigger") || kind.equals("rule") || kind.equals(CreateStatement.INDEX);
    }

    private String kind() {
        String kind = word(at++);
        if (LONG_KINDS.contains(kind)
                && !(kind.equals("operator") && !Set.of("class", "family").contains(word(at)))) {
            kind += " " + word(at++);
        }
        if (kind.equals("text search") || kind.equals("foreign data")) {
            kind += " " + word(at++);
        }
        return kind;
    }

    /** The next name. */
    Optional<NamePosition> name() {
        if (at >= tokens.size() || !tokens.get(at).mayName()) {
            return Optional.empty();
        }
        int from = at;
        QualifiedName name =
                new QualifiedName(QualifiedName.DEFAULT_SCHEMA, tokens.get(at++).name());
        while (at + 1 < tokens.size()
                && tokens.get(at).is(".")
                && tokens.get(at + 1).mayName()) {
            name = new QualifiedName(name.name(), tokens.get(at + 1).name());
            at += 2;
        }
        return Optional.of(new NamePosition(from, at, name));
    }

    private String signature(String kind) {
        if (!ROUTINES.contains(kind)) {
            return "";
        }
        int end = at;
        int depth = 0;
        while (end < tokens.size() && !(depth == 0 && AFTER_RESULT.contains(word(end)))) {
            depth += tokens.get(end).is("(") ? 1 : tokens.get(end).is(")") ? -1 : 0;
            end++;
            if (kind.equals("aggregate") && depth == 0) {
                break;
            }
        }
        return tokens.subList(at, end).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** The name after the word, at the same depth of parentheses as the word. */
    Optional<NamePosition> after(String word) {
        int depth = 0;
        while (at < tokens.size()) {
            boolean option = word.equals(MULTIRANGE) && depth == 1;
            if ((depth == 0 || option) && take(word)) {
                at += option ? 1 : 0;
                take("only");
                return name();
            }
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            at++;
        }
        return Optional.empty();
    }

    /**
     * A name of a table with a column.
     *
     * @param table the table
     * @param name the column
     */
    record ColumnPosition(NamePosition table, String name) {}

    /** The next name, whose last part is that of a column. */
    Optional<ColumnPosition> column() {
        int from = at;
        List<String> parts = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at).mayName()) {
            parts.add(tokens.get(at++).name());
            if (at >= tokens.size() || !tokens.get(at).is(".")) {
                break;
            }
            at++;
        }
        int last = parts.size() - 1;
        if (last < 1) {
            return Optional.empty();
        }
        QualifiedName table =
                new QualifiedName(last > 1 ? parts.get(last - 2) : QualifiedName.DEFAULT_SCHEMA, parts.get(last - 1));
        return Optional.of(new ColumnPosition(new NamePosition(from, at - 2, table), parts.get(last)));
    }

    /** The tokens before the word, or all that are left. */
    String until(String word) {
        int from = at;
        while (at < tokens.size() && !tokens.get(at).is(word)) {
            at++;
        }
        return tokens.subList(from, at).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** Skips a token, or everything in parentheses; nothing at the end. */
    void skip() {
        int depth = 0;
        while (!atEnd()) {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            at++;
            if (depth <= 0) {
                break;
            }
        }
    }

    /** Whether the next token is this unquoted word. */
    boolean isWord(String word) {
        return word(at).equals(word);
    }

    /** The next token, if it is an unquoted word; otherwise nothing. */
    String word() {
        return word(at);
    }

    boolean takeSymbol(String symbol) {
        boolean there = at < tokens.size() && tokens.get(at).is(symbol);
        at += there ? 1 : 0;
        return there;
    }

    boolean take(String word) {
        boolean there = word(at).equals(word);
        at += there ? 1 : 0;
        return there;
    }

    private String word(int index) {
        boolean word = index < tokens.size() && tokens.get(index).kind() == TokenKind.WORD;
        return word ? tokens.get(index).name() : "";
    }
}
