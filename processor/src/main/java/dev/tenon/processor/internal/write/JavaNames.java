package dev.tenon.processor.internal.write;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Derives Java names for the columns of one table, each name once. */
final class JavaNames {

    private final Set<String> taken = new HashSet<>();

    /** The name of a constant: {@code created_at} becomes {@code CREATED_AT}. */
    String constant(String column) {
        return free(identifier(column.toUpperCase(Locale.ROOT)));
    }

    /** The name of a variable: {@code created_at} becomes {@code createdAt}. */
    String variable(String column) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            boolean afterUnderscore = i > 0 && column.charAt(i - 1) == '_' && name.length() > 0;
            if (c != '_') {
                name.append(afterUnderscore ? Character.toUpperCase(c) : c);
            }
        }
        return free(identifier(name.toString()));
    }

    private static String identifier(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Java ignores some invisible characters in identifiers, and reserves a single underscore.
            boolean part = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
            name.append(part ? c : '_');
        }
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
            name.insert(0, '_');
        }
        return name.toString();
    }

    private String free(String name) {
        String candidate = name;
        while (SourceVersion.isKeyword(candidate) || candidate.equals("_") || !taken.add(candidate)) {
            candidate += "_";
        }
        return candidate;
    }
}
