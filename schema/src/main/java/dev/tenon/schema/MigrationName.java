package dev.tenon.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a migration, from which its file names are derived.
 *
 * @param number its number, from 1
 * @param name its description: lower-case letters, digits and underscores
 */
public record MigrationName(int number, String name) implements Comparable<MigrationName> {

    /** The highest number. */
    public static final int LAST = 999_999_999;

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
    private static final Pattern SHAPE = Pattern.compile("([0-9]{4,9})_(.*)", Pattern.DOTALL);

    public MigrationName {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("a migration's number must be from 1 to " + LAST + ", not " + number);
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a migration's name may contain only lower-case letters, digits and underscores, not" + " '" + name
                            + "'");
        }
    }

    /** Parses {@code 0007_add_role}; empty if the text is not exactly in this form. */
    public static Optional<MigrationName> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || !NAME.matcher(shape.group(2)).matches() || Integer.parseInt(shape.group(1)) == 0) {
            return Optional.empty();
        }
        MigrationName name = new MigrationName(Integer.parseInt(shape.group(1)), shape.group(2));
        return name.toString().equals(text) ? Optional.of(name) : Optional.empty();
    }

    /** The name of its SQL file. */
    public String sqlFile() {
        return this + ".sql";
    }

    /** The name of its change file. */
    public String changeFile() {
        return "meta/" + this + ".json";
    }

    @Override
    public int compareTo(MigrationName other) {
        int byNumber = Integer.compare(number, other.number);
        return byNumber == 0 ? name.compareTo(other.name) : byNumber;
    }

    /** For example {@code 0007_add_role}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d_%s", number, name);
    }
}
