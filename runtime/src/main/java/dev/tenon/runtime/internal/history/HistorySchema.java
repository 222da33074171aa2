package dev.tenon.runtime.internal.history;

import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PostgreSQL schema of a history and of Tenon's other tables. Applications that share a database have one each.
 *
 * @param name the name of the schema, unquoted
 */
public record HistorySchema(String name) {

    /** The schema of databases with one application. */
    public static final HistorySchema DEFAULT = new HistorySchema("tenon");

    private static final int LONGEST = 63;

    /** {@code {schema}} is the identifier, {@code {name}} the name as a literal, {@code {'table'}} a table as one. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(schema|name|'(\\w+)')\\}");

    public HistorySchema {
        if (name.isBlank()
                || name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + name.replaceAll("\\p{Cntrl}", "?") + "' cannot be the schema of a"
                    + " history: use 1 to 63 bytes without control characters");
        }
        if (name.startsWith("pg_") || name.equals("information_schema") || name.equals("public")) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot be the schema of a history, because it has other objects");
        }
    }

    /** Returns the quoted name of one of its tables. */
    public String table(String table) {
        return Identifier.quote(name) + "." + table;
    }

    /** Returns the quoted name of the schema. */
    public String quoted() {
        return Identifier.quote(name);
    }

    /** Returns the statement with this schema in the places of the placeholders. */
    public String sql(String statement) {
        return PLACEHOLDER.matcher(statement).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    private String value(String placeholder) {
        return switch (placeholder) {
            case "schema" -> quoted();
            case "name" -> Literal.text(name);
            default -> Literal.text(table(placeholder.substring(1, placeholder.length() - 1)));
        };
    }
}
