package dev.tenon.cli.importer.annotation;

import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Derives Java names from PostgreSQL names, unique within a scope. */
public final class JavaName {

    /** Names from which the processor derives the same PostgreSQL name again. */
    private static final Pattern REVERSIBLE = Pattern.compile("[a-z]|[a-z][a-z0-9]+(_[a-z][a-z0-9]+)*");

    /** Names that Java does not allow for a record component. */
    private static final Set<String> RESERVED =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Set<String> taken = new HashSet<>();

    /** Reserves a name. */
    void take(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
    }

    /** A name like {@code ResearchPlan}. */
    String type(String name) {
        String camelCase = camelCase(name, true);
        String preferred = isOfJavaLang(camelCase) ? camelCase + "Row" : camelCase;
        return unique(preferred);
    }

    /** A name like {@code createdAt}. */
    public String member(String name) {
        String camelCase = camelCase(name, false);
        return unique(RESERVED.contains(camelCase) || SourceVersion.isKeyword(camelCase) ? camelCase + "_" : camelCase);
    }

    /** A name like {@code IN_REVIEW}. */
    public String constant(String name) {
        String upper = name.replaceAll("[^\\p{L}\\p{Nd}]+", "_").toUpperCase(Locale.ROOT);
        return unique(upper.equals("_") ? "__" : startable(upper));
    }

    /** Returns the name itself if it is valid and unused, else a name like {@code IN_REVIEW}. */
    public String verbatim(String name) {
        boolean plain = name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*") && !SourceVersion.isKeyword(name);
        return plain && !taken.contains(name.toLowerCase(Locale.ROOT)) ? unique(name) : constant(name);
    }

    /** Whether the processor derives the PostgreSQL name from the Java name by the strategy, as Hibernate does. */
    static boolean derives(NamingStrategy strategy, String java, String name) {
        return strategy == NamingStrategy.SNAKE_CASE
                ? REVERSIBLE.matcher(name).matches()
                        && camelCase(name, Character.isUpperCase(java.charAt(0)))
                                .equals(java)
                : strategy.derive(java).equals(name);
    }

    /** Whether two PostgreSQL names become the same Java name, apart from case. */
    static boolean same(String name, String other) {
        return camelCase(name, false).equalsIgnoreCase(camelCase(other, false));
    }

    /** Returns a part of a package name. */
    static String packagePart(String name) {
        String part = startable(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
        return SourceVersion.isKeyword(part) ? part + "_" : part;
    }

    private String unique(String name) {
        String unique = name;
        // Ignores case, because some file systems do, and each type has a file.
        for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = name + i;
        }
        return unique;
    }

    private static String camelCase(String name, boolean upperFirst) {
        StringBuilder camelCase = new StringBuilder();
        boolean shouts = name.matches("[A-Z0-9_]+");
        for (String word : (shouts ? name.toLowerCase(Locale.ROOT) : name).split("[^\\p{L}\\p{Nd}]+", -1)) {
            if (!word.isEmpty()) {
                int first = word.offsetByCodePoints(0, 1);
                boolean capital = upperFirst || camelCase.length() > 0;
                String head = word.substring(0, first);
                camelCase.append(capital ? head.toUpperCase(Locale.ROOT) : head.toLowerCase(Locale.ROOT));
                camelCase.append(word.substring(first));
            }
        }
        return startable(camelCase.toString());
    }

    private static String startable(String name) {
        return name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0)) ? "_" + name + "_" : name;
    }

    private static boolean isOfJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }
}
