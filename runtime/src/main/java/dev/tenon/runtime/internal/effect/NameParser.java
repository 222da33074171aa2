package dev.tenon.runtime.internal.effect;

import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses names in statements. */
public final class NameParser {

    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)");

    private NameParser() {}

    /** Parses a name that may be quoted and qualified, with the search path of Tenon's sessions. */
    public static QualifiedName parse(String text) {
        List<String> parts = parts(text);
        String name = parts.get(parts.size() - 1);
        return new QualifiedName(parts.size() > 1 ? parts.get(parts.size() - 2) : "public", name);
    }

    /** Returns the identifiers of the text, for example the parts of a name or a list of columns. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String quoted = part.group(1);
            parts.add(quoted == null ? part.group().toLowerCase(Locale.ROOT) : quoted.replace("\"\"", "\""));
        }
        return parts;
    }
}
