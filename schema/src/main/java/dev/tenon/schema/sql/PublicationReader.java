package dev.tenon.schema.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.sql.SqlTokens.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a CREATE PUBLICATION statement part by part. */
final class PublicationReader {

    private final SpacedTokens tokens;
    private final Map<QualifiedName, PublicationSql.Part> tables = new HashMap<>();
    private final Set<String> schemas = new TreeSet<>();
    private final Map<String, String> options = new HashMap<>();
    private int at;

    PublicationReader(String create) {
        this.tokens = new SpacedTokens(create);
    }

    /** Empty if anything is left over that it does not know. */
    Optional<PublicationSql> read(String name) {
        at = tokens.afterName();
        boolean all = false;
        if (take("for") && take("all")) {
            all = take("tables");
        } else {
            items();
        }
        if (take("with") && take("(")) {
            options();
        }
        return at == tokens.size()
                ? Optional.of(new PublicationSql(name, all, tables, schemas, options))
                : Optional.empty();
    }

    private void items() {
        boolean inSchema = false;
        do {
            if (take("tables")) {
                inSchema = take("in") && take("schema");
            } else if (take("table")) {
                inSchema = false;
            }
            if (inSchema) {
                schemas.add(take("current_schema") ? QualifiedName.DEFAULT_SCHEMA : word());
            } else if (at < tokens.size() && !tokens.is(at, "with")) {
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
        take(enclosed ? ")" : "*");
        Set<String> columns = new TreeSet<>();
        if (take("(")) {
            do {
                columns.add(word());
            } while (take(","));
            take(")");
        }
        Optional<String> where = Optional.empty();
        if (take("where") && tokens.is(at, "(")) {
            int end = tokens.close(at);
            where = Optional.of(tokens.text(at + 1, end));
            at = Math.min(end + 1, tokens.size());
        }
        tables.put(name, new PublicationSql.Part(columns, where));
    }

    private void options() {
        do {
            String option = word();
            String value = take("=") ? constant() : "true";
            options.put(option, usual(option, value));
        } while (take(","));
        take(")");
    }

    /** One way to say what can be said in several. */
    private static String usual(String option, String value) {
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

    /** The name that stands here; any other text if it is none. */
    private String word() {
        return at < tokens.size() && tokens.get(at).mayName() ? tokens.get(at++).name() : "?";
    }

    private boolean take(String word) {
        boolean there = tokens.is(at, word);
        at += there ? 1 : 0;
        return there;
    }
}
