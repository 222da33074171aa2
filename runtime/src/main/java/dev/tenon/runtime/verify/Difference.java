package dev.tenon.runtime.verify;

import dev.tenon.schema.ObjectPath;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * One point in which a live database is not what its snapshot says.
 *
 * @param at the object, by the name that the snapshot has for it
 * @param kind which side has what the other has not
 * @param attribute the attribute of the object, such as {@code type} or {@code columns}; empty for the object as a whole
 * @param expected what the snapshot says; empty where it says nothing
 * @param found what the database has; empty where it has nothing
 */
public record Difference(ObjectPath at, Kind kind, String attribute, String expected, String found)
        implements Comparable<Difference> {

    private static final Comparator<Difference> ORDER = Comparator.comparing(Difference::at)
            .thenComparing(Difference::kind)
            .thenComparing(Difference::attribute)
            .thenComparing(Difference::expected)
            .thenComparing(Difference::found);

    /** Which side has what the other has not. */
    public enum Kind {
        /** The snapshot has it, the database has not. */
        MISSING,
        /** The database has it, the snapshot has not. */
        UNEXPECTED,
        /** Both have it, and not alike. */
        DIFFERENT;

        /** The kind as it is said in reports, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Difference {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(found, "found");
    }

    static Difference missing(ObjectPath at, String expected) {
        return new Difference(at, Kind.MISSING, "", expected, "");
    }

    static Difference unexpected(ObjectPath at, String found) {
        return new Difference(at, Kind.UNEXPECTED, "", "", found);
    }

    static Difference different(ObjectPath at, String attribute, Object expected, Object found) {
        return new Difference(at, Kind.DIFFERENT, attribute, Values.text(expected), Values.text(found));
    }

    /** The same, with what the server says about what is expected. */
    Difference because(String reason) {
        return new Difference(at, kind, attribute, expected + " [" + reason + "]", found);
    }

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }

    /** The difference in one line, for example {@code column plan.title: type is varchar(9), expected varchar(200)}. */
    @Override
    public String toString() {
        return switch (kind) {
            case MISSING -> at + " is missing" + (expected.isEmpty() ? "" : ": " + expected);
            case UNEXPECTED ->
                at + (attribute.isEmpty() ? "" : " " + attribute) + " is unexpected"
                        + (found.isEmpty() ? "" : ": " + found);
            case DIFFERENT ->
                at + ": " + attribute + " is " + found
                        + (expected.isEmpty() ? " (not supported by snapshots)" : ", expected " + expected);
        };
    }
}
