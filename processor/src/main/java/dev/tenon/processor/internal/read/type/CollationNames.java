package dev.tenon.processor.internal.read.type;

import dev.tenon.schema.QualifiedName;
import java.util.regex.Pattern;

/** Parses names of collations in columns and index keys. */
public final class CollationNames {

    private static final Pattern SCHEMA_AND_COLLATION = Pattern.compile("([a-z_][a-z0-9_]*|\"[^\"]+\")\\..+");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"");

    private CollationNames() {}

    /** The name of a collation may contain dots ({@code en_US.utf8}), but the name of a schema before it does not. */
    public static QualifiedName named(String text) {
        if (QUOTED.matcher(text).matches()) {
            return new QualifiedName("pg_catalog", text.substring(1, text.length() - 1));
        }
        return SCHEMA_AND_COLLATION.matcher(text).matches()
                ? QualifiedName.parse(text)
                : new QualifiedName("pg_catalog", text);
    }
}
