package dev.tenon.processor.read;

import dev.tenon.schema.QualifiedName;
import java.util.regex.Pattern;

/** Names of collations, as columns and keys of indexes say them. */
final class Collations {

    private static final Pattern SCHEMA_AND_COLLATION = Pattern.compile("([a-z_][a-z0-9_]*|\"[^\"]+\")\\..+");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"");

    private Collations() {}

    /** Names of collations may hold dots themselves ({@code en_US.utf8}), but a schema before one is a plain name. */
    static QualifiedName named(String text) {
        if (QUOTED.matcher(text).matches()) {
            return new QualifiedName("pg_catalog", text.substring(1, text.length() - 1));
        }
        return SCHEMA_AND_COLLATION.matcher(text).matches()
                ? QualifiedName.parse(text)
                : new QualifiedName("pg_catalog", text);
    }
}
