package dev.tenon.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, type, view or other schema-level object, with its schema. The parts are unquoted, as PostgreSQL
 * stores them.
 *
 * @param schema the schema, for example {@code public}
 * @param name the object's own name
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    /** The schema that an unqualified name belongs to. */
    public static final String DEFAULT_SCHEMA = "public";

    public QualifiedName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
        if (schema.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a name must not have an empty part: '" + schema + "'.'" + name + "'");
        }
    }

    /**
     * Parses the result of {@link #toString()} or {@link #display()}; a single part is a name in the default schema.
     *
     * @throws IllegalArgumentException if the text does not have one or two parts
     */
    public static QualifiedName parse(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            StringBuilder part = new StringBuilder();
            at = readPart(text, at, part);
            parts.add(part.toString());
        }
        return switch (parts.size()) {
            case 1 -> new QualifiedName(DEFAULT_SCHEMA, parts.get(0));
            case 2 -> new QualifiedName(parts.get(0), parts.get(1));
            default -> throw new IllegalArgumentException("a name must have one or two parts: " + text);
        };
    }

    /** Another name in the same schema. */
    public QualifiedName withName(String other) {
        return new QualifiedName(schema, other);
    }

    /** The display name: without the schema if that is {@code public}, and in printable characters. */
    public String display() {
        return PrintableText.of(schema.equals(DEFAULT_SCHEMA) ? part(name) : toString());
    }

    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema == 0 ? name.compareTo(other.name) : bySchema;
    }

    /** Written by hand, like {@link #hashCode()}, for speed: names are the keys of most maps. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QualifiedName that && name.equals(that.name) && schema.equals(that.schema);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    /**
     * {@code schema.name}; a part with a dot, a quote, a parenthesis or a bracket is quoted as in SQL, so that {@link
     * #parse} returns the same name.
     */
    @Override
    public String toString() {
        return part(schema) + "." + part(name);
    }

    private static String part(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (".\"()[]".indexOf(part.charAt(i)) >= 0) {
                return '"' + part.replace("\"", "\"\"") + '"';
            }
        }
        return part;
    }

    /** Appends the part that begins at {@code at} and returns where the next one begins, past the end for the last. */
    private static int readPart(String text, int at, StringBuilder part) {
        if (at >= text.length() || text.charAt(at) != '"') {
            int dot = text.indexOf('.', at);
            int end = dot < 0 ? text.length() : dot;
            part.append(text, at, end);
            return end + 1;
        }
        int from = at + 1;
        while (true) {
            int quote = text.indexOf('"', from);
            if (quote < 0) {
                throw new IllegalArgumentException("a quoted part is not closed: " + text);
            }
            part.append(text, from, quote);
            boolean doubled = quote + 1 < text.length() && text.charAt(quote + 1) == '"';
            if (!doubled) {
                return quote + 2;
            }
            part.append('"');
            from = quote + 2;
        }
    }
}
