package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Parses a CREATE PUBLICATION statement. */
final class PublicationStatementParser {

    private final StatementTokens tokens;
    private final Map<QualifiedName, PublicationStatement.Part> tables = new HashMap<>();
    private final Set<String> schemas = new TreeSet<>();
    private final Map<String, String> options = new HashMap<>();
    private boolean broken;
    private int at;

    PublicationStatementParser(String create) {
        this.tokens = new StatementTokens(create);
    }

    /** Parses the statement; empty if it is malformed or contains an unknown clause. */
    Optional<PublicationStatement> read(String name) {
        at = tokens.afterName();
        boolean all = false;
        if (take("for")) {
            all = take("all");
            if (all) {
                expect("tables");
            } else {
                items();
            }
        }
        if (take("with")) {
            expect("(");
            options();
        }
        return broken || at < tokens.size()
                ? Optional.empty()
                : Optional.of(new PublicationStatement(name, all, tables, schemas, options));
    }

    private void items() {
        boolean inSchema = false;
        do {
            if (take("tables")) {
                expect("in");
                expect("schema");
                inSchema = true;
            } else if (take("table")) {
                inSchema = false;
            }
            if (inSchema) {
                schemas.add(take("current_schema") ? QualifiedName.DEFAULT_SCHEMA : word());
            } else {
                table();
            }
        } while (take(","));
    }

    private void table() {
        boolean only = take("only");
        boolean enclosed = only && take("(");
        QualifiedName name = new QualifiedName(QualifiedName.DEFAULT_SCHEMA, word());
        if (take(".")) {
            name = new QualifiedName(name.name(), word());
        }
        if (enclosed) {
            expect(")");
        } else {
            take("*");
        }
        Set<String> columns = new TreeSet<>();
        if (take("(")) {
            do {
                columns.add(word());
            } while (take(","));
            expect(")");
        }
        Optional<String> where = Optional.empty();
        if (take("where")) {
            int open = at;
            expect("(");
            at = tokens.close(open);
            where = Optional.of(tokens.text(open + 1, at));
            expect(")");
        }
        tables.put(name, new PublicationStatement.Part(columns, where));
    }

    private void options() {
        do {
            String option = word();
            String value = take("=") ? constant() : "true";
            options.put(option, isDefault(option, value));
        } while (take(","));
        expect(")");
    }

    /** The canonical form of an option's value. */
    private static String isDefault(String option, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (option.equals("publish")) {
            Set<String> actions = new TreeSet<>(List.of(lower.strip().split("\\s*,\\s*")));
            return String.join(", ", actions);
        }
        return Set.of("true", "on", "1", "yes").contains(lower)
                ? "true"
                : Set.of("false", "off", "0", "no").contains(lower) ? "false" : lower;
    }

    private String constant() {
        if (at == tokens.size()) {
            return "";
        }
        Token token = tokens.get(at++);
        return token.kind() == TokenKind.CONSTANT && token.text().startsWith("'")
                ? token.text().substring(1, token.text().length() - 1)
                : token.text();
    }

    /** The name at the current position. */
    private String word() {
        broken |= at == tokens.size() || !tokens.get(at).mayName();
        return broken ? "?" : tokens.get(at++).name();
    }

    private void expect(String word) {
        broken |= !take(word);
    }

    private boolean take(String word) {
        boolean there = tokens.is(at, word);
        at += there ? 1 : 0;
        return there;
    }
}
