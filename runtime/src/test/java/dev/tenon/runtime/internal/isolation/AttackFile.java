package dev.tenon.runtime.internal.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads files of attacks. An attack begins with a line {@code === leak NAME: title}, where the path to the leak must
 * name NAME; or {@code === right NAME: title} for a right that the application role must not have, or {@code ===
 * harmless: title}. The SQL of the setup follows, which a superuser runs; then the parts of it after lines with dashes.
 */
final class AttackFile {

    private static final Pattern TITLE = Pattern.compile("=== (leak|right|harmless)(?: (\\S+))?: (.+)");

    private AttackFile() {}

    /** What the attacker gets. */
    enum Gain {
        /** Rows of another tenant, to read or to change. */
        LEAK,
        /** A right that leads to other tenants, but not within one statement. */
        RIGHT,
        /** Nothing. */
        HARMLESS
    }

    private enum Part {
        SETUP,
        EXPLOIT
    }

    /**
     * An attack.
     *
     * @param gain what the attacker gets
     * @param name what the path to the leak names; empty if there is none
     * @param title the attack in words
     * @param setup the SQL that makes the database open, as a superuser
     * @param exploit the SQL of the attacker; empty if there is none
     */
    record Attack(Gain gain, String name, String title, String setup, String exploit) {

        private static final Pattern CREATED =
                Pattern.compile("CREATE (?:(?:OR REPLACE|UNLOGGED|MATERIALIZED|CONSTRAINT|FOREIGN) )?"
                        + "(?:TABLE|VIEW|FUNCTION|PROCEDURE|SCHEMA|TYPE|DOMAIN|TRIGGER|RULE|SEQUENCE|SERVER|AGGREGATE|POLICY) "
                        + "(?!pg_catalog|plan_title|tenon)(?:\\w+\\.)?(\\w+)");

        /** Returns the attack with a number at the end of each name that it creates, so that several fit into a database. */
        Attack numbered(int number) {
            Set<String> created = new LinkedHashSet<>();
            CREATED.matcher(setup).results().map(match -> match.group(1)).forEach(created::add);
            UnaryOperator<String> rename = text -> {
                String renamed = text;
                for (String each : created) {
                    renamed = renamed.replaceAll("\\b" + each + "\\b", each + "_x" + number);
                }
                return renamed;
            };
            return new Attack(gain, rename.apply(name), title, rename.apply(setup), rename.apply(exploit));
        }

        /** Whether the path of one could be taken for that of the other in one database. */
        boolean confusedWith(Attack other) {
            return setup.contains(other.name) || other.setup.contains(name);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** Reads the attacks of a file. */
    static List<Attack> read(String file) {
        try (InputStream stream =
                Objects.requireNonNull(AttackFile.class.getResourceAsStream("attack/" + file), file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^(?==== )"))
                    .filter(section -> section.startsWith("==="))
                    .map(AttackFile::attack)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack attack(String section) {
        List<String> lines = section.lines().toList();
        Matcher title = TITLE.matcher(lines.get(0));
        if (!title.matches()) {
            throw new IllegalArgumentException(lines.get(0));
        }
        Map<Part, StringBuilder> parts = new EnumMap<>(Part.class);
        Part part = Part.SETUP;
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("--- ")) {
                part = Part.valueOf(line.substring(4).toUpperCase(Locale.ROOT));
            } else if (!line.startsWith("# ")) {
                parts.computeIfAbsent(part, any -> new StringBuilder())
                        .append(line)
                        .append('\n');
            }
        }
        return new Attack(
                Gain.valueOf(title.group(1).toUpperCase(Locale.ROOT)),
                Objects.requireNonNullElse(title.group(2), ""),
                title.group(3),
                text(parts, Part.SETUP),
                text(parts, Part.EXPLOIT));
    }

    private static String text(Map<Part, StringBuilder> parts, Part part) {
        return parts.getOrDefault(part, new StringBuilder()).toString().strip();
    }
}
