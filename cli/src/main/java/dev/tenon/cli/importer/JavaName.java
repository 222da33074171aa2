package dev.tenon.cli.importer;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Makes Java names of PostgreSQL names, each once in its surroundings. */
final class JavaName {

    /** Names from which the processor derives the same PostgreSQL name again. */
    private static final Pattern REVERSIBLE = Pattern.compile("[a-z]|[a-z][a-z0-9]+(_[a-z][a-z0-9]+)*");

    /** What no record component may be called. */
    private static final Set<String> RESERVED =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Set<String> taken = new HashSet<>();

    /** Takes a name that nothing else may have. */
    void take(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
    }

    /** A name like {@code ResearchPlan}. */
    String type(String name) {
        String words = words(name, true);
        String free = isOfJavaLang(words) ? words + "Row" : words;
        return free(free);
    }

    /** A name like {@code createdAt}. */
    String member(String name) {
        String words = words(name, false);
        return free(RESERVED.contains(words) || SourceVersion.isKeyword(words) ? words + "_" : words);
    }

    /** A name like {@code IN_REVIEW}. */
    String constant(String name) {
        String upper = name.replaceAll("[^\\p{L}\\p{Nd}]+", "_").toUpperCase(Locale.ROOT);
        return free(upper.equals("_") ? "__" : startable(upper));
    }

    /** The name itself, if a constant may be called so; else one like {@code IN_REVIEW}. */
    String verbatim(String name) {
        boolean plain = name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*") && !SourceVersion.isKeyword(name);
        return plain && !taken.contains(name.toLowerCase(Locale.ROOT)) ? free(name) : constant(name);
    }

    /** Whether the Java name alone says the PostgreSQL name. */
    static boolean says(String java, String name) {
        return REVERSIBLE.matcher(name).matches()
                && words(name, Character.isUpperCase(java.charAt(0))).equals(java);
    }

    /** A part of a package's name. */
    static String packagePart(String name) {
        String part = startable(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
        return SourceVersion.isKeyword(part) ? part + "_" : part;
    }

    private String free(String name) {
        String free = name;
        // By lower case: the sources of types lie in files.
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + i;
        }
        return free;
    }

    private static String words(String name, boolean upper) {
        StringBuilder words = new StringBuilder();
        for (String word : name.split("[^\\p{L}\\p{Nd}]+", -1)) {
            if (!word.isEmpty()) {
                int first = word.offsetByCodePoints(0, 1);
                boolean capital = upper || words.length() > 0;
                String head = word.substring(0, first);
                words.append(capital ? head.toUpperCase(Locale.ROOT) : head.toLowerCase(Locale.ROOT));
                words.append(word.substring(first));
            }
        }
        return startable(words.toString());
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
