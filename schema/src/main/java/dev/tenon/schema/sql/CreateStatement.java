package dev.tenon.schema.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.sql.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the head of a CREATE statement says about the object that it makes.
 *
 * @param kind the words between CREATE and the name, in lower case, for example {@code function} or {@code event trigger}
 * @param orReplace whether it may take the place of another
 * @param name the object's name
 * @param signature what else it must have in common with another to take its place: a routine its parameters and result, a
 *     trigger its table
 * @param on the table that it is made on; empty where that is said of none
 */
public record CreateStatement(
        String kind, boolean orReplace, QualifiedName name, String signature, Optional<QualifiedName> on) {

    private static final Set<String> QUALIFIERS = Set.of("temp", "temporary", "trusted", "procedural", "constraint");
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
    private static final Set<String> FINDABLE = Set.of(
            "function",
            "procedure",
            "aggregate",
            "trigger",
            "event trigger",
            "type",
            "domain",
            "collation",
            "text search configuration",
            "text search dictionary",
            "statistics",
            "publication");
    private static final String ALTERATION = "alteration";
    private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");

    /** Reads the head; empty if the statement does not begin with CREATE and a name. */
    public static Optional<CreateStatement> of(String sql) {
        return new Head(SqlTokens.meaningful(sql)).read();
    }

    /** How a snapshot calls the object if nothing else is said: by its name, after that of its table for a trigger or rule. */
    public QualifiedName ownName() {
        return on.map(table -> table.withName(table.name() + "_" + name.name())).orElse(name);
    }

    /** Whether it makes something that is called with arguments. */
    public boolean routine() {
        return ROUTINES.contains(kind);
    }

    /** Whether it makes no object, but gives a table something that the model has no words for. */
    public boolean alters() {
        return kind.equals(ALTERATION);
    }

    /** Whether {@code verify} can tell that the object is there. */
    public boolean findable() {
        return alters() || (FINDABLE.contains(kind) && (on.isPresent() || !kind.equals("trigger")));
    }

    /** Whether this statement can be run where the other one was, and takes its place. */
    public boolean takesThePlaceOf(CreateStatement other) {
        return orReplace
                && kind.equals(other.kind)
                && name.equals(other.name)
                && signature.equals(other.signature)
                && on.equals(other.on);
    }

    /** Walks over the tokens of the head. */
    private static final class Head {

        private final List<Token> tokens;
        private int at;

        Head(List<Token> tokens) {
            this.tokens = tokens;
        }

        Optional<CreateStatement> read() {
            if (!take("create")) {
                return alteration();
            }
            boolean orReplace = take("or") && take("replace");
            while (at < tokens.size() && QUALIFIERS.contains(word(at))) {
                at++;
            }
            String kind = kind();
            if (take("if")) {
                at += 2;
            }
            Optional<QualifiedName> name = switch (kind) {
                case "cast" -> cast();
                case "operator" -> operator();
                default -> name();
            };
            return name.map(made -> new CreateStatement(kind, orReplace, made, signature(kind), on(kind)));
        }

        /** What a table gets beyond the model: an ancestor, a replica identity, an order of rows; and comments. */
        private Optional<CreateStatement> alteration() {
            if (take("alter") && take("table")) {
                Optional<QualifiedName> table = name();
                String what = given();
                return table.filter(on -> !what.isEmpty()).map(on -> alteration(on, what));
            }
            boolean comment = take("comment") && take("on");
            if (comment && take("schema")) {
                return name().map(schema -> new CreateStatement(
                        ALTERATION,
                        false,
                        new QualifiedName(schema.name(), "comment on schema"),
                        "",
                        Optional.empty()));
            }
            boolean part = comment && (take("constraint") || take("policy"));
            Optional<QualifiedName> commented = part ? name() : Optional.empty();
            return commented
                    .filter(name -> take("on"))
                    .flatMap(name -> name().map(on -> alteration(on, "comment on " + name.name())));
        }

        private String given() {
            return take("inherit")
                    ? "inherits"
                    : take("cluster") ? "cluster" : take("replica") && take("identity") ? "replica identity" : "";
        }

        private static CreateStatement alteration(QualifiedName table, String what) {
            return new CreateStatement(ALTERATION, false, table.withName(what), "", Optional.of(table));
        }

        private String kind() {
            String kind = word(at++);
            if (LONG_KINDS.contains(kind)
                    && !(kind.equals("operator") && !Set.of("class", "family").contains(word(at)))) {
                kind += " " + word(at++);
            }
            if (kind.equals("text search")) {
                kind += " " + word(at++);
            }
            return kind;
        }

        /** A cast is named by its two types alone. */
        private Optional<QualifiedName> cast() {
            int end = at;
            while (end < tokens.size() && !tokens.get(end).is(")")) {
                end++;
            }
            List<String> words = tokens.subList(Math.min(at + 1, end), end).stream()
                    .map(token -> token.is("as") ? "to" : token.text())
                    .toList();
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new QualifiedName(QualifiedName.DEFAULT_SCHEMA, "cast " + String.join(" ", words)));
        }

        /** The name of an operator is made of symbols. */
        private Optional<QualifiedName> operator() {
            boolean qualified = at + 1 < tokens.size() && tokens.get(at + 1).is(".");
            String schema = qualified ? tokens.get(at).name() : QualifiedName.DEFAULT_SCHEMA;
            at += qualified ? 2 : 0;
            StringBuilder symbols = new StringBuilder();
            while (at < tokens.size() && !tokens.get(at).is("(")) {
                symbols.append(tokens.get(at++).text());
            }
            return symbols.isEmpty() ? Optional.empty() : Optional.of(new QualifiedName(schema, symbols.toString()));
        }

        private Optional<QualifiedName> name() {
            if (at >= tokens.size() || !tokens.get(at).mayName()) {
                return Optional.empty();
            }
            QualifiedName name = new QualifiedName(
                    QualifiedName.DEFAULT_SCHEMA, tokens.get(at++).name());
            while (at + 1 < tokens.size()
                    && tokens.get(at).is(".")
                    && tokens.get(at + 1).mayName()) {
                name = new QualifiedName(name.name(), tokens.get(at + 1).name());
                at += 2;
            }
            return Optional.of(name);
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

        private Optional<QualifiedName> on(String kind) {
            boolean possible = kind.equals("trigger") || kind.equals("rule");
            while (possible && at < tokens.size()) {
                if (take(kind.equals("rule") ? "to" : "on")) {
                    return name();
                }
                at++;
            }
            return Optional.empty();
        }

        private boolean take(String word) {
            boolean there = word(at).equals(word);
            at += there ? 1 : 0;
            return there;
        }

        private String word(int index) {
            boolean word = index < tokens.size() && tokens.get(index).kind() == TokenKind.WORD;
            return word ? tokens.get(index).name() : "";
        }
    }
}
