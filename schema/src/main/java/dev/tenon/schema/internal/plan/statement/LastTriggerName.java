package dev.tenon.schema.internal.plan.statement;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Names a trigger so that it fires after all other triggers of its table: PostgreSQL fires them in the order of the
 * bytes of their names. What is put before the name is either a few {@code ~}, or one character.
 *
 * @see <a href="https://www.postgresql.org/docs/current/trigger-definition.html">Order of triggers</a>
 */
public final class LastTriggerName {

    /** The maximum length of what is put before the name. */
    static final int MAX_BYTES = 4;

    private static final int MAX_TILDES = 3;

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private LastTriggerName() {}

    /**
     * The name, with what makes it the last.
     *
     * @param name the name, which begins with {@code ~}
     * @param others the names of the table's other triggers, for which it is {@linkplain #isPossible possible}
     */
    public static String of(String name, Collection<String> others) {
        String last = others.stream().max(ORDER).orElse("");
        for (int tildes = 0; tildes <= MAX_TILDES; tildes++) {
            String candidate = "~".repeat(tildes) + name;
            if (ORDER.compare(candidate, last) > 0) {
                return candidate;
            }
        }
        int next = last.codePointAt(0) + 1;
        // Surrogates are no characters.
        boolean surrogate = next <= Character.MAX_VALUE && Character.isSurrogate((char) next);
        return Character.toString(surrogate ? Character.MAX_SURROGATE + 1 : next) + name;
    }

    /**
     * Whether a trigger can be the last. None sorts after all names that begin with the last character of Unicode: they
     * may consist of nothing else.
     */
    public static boolean isPossible(Collection<String> others) {
        return others.stream().noneMatch(other -> other.startsWith(LAST_CHARACTER));
    }

    /** What the name of a trigger may be without what was put before it. */
    public static Set<String> without(String name) {
        Set<String> names = new LinkedHashSet<>();
        for (int length = 0; length <= MAX_TILDES && length <= name.codePointCount(0, name.length()); length++) {
            names.add(name.substring(name.offsetByCodePoints(0, length)));
        }
        return names;
    }
}
