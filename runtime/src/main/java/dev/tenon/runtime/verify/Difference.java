package dev.tenon.runtime.verify;

import dev.tenon.runtime.internal.format.AttributeFormatter;
import dev.tenon.schema.ObjectPath;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * A difference between a live database and its snapshot.
 *
 * @param at the object, by its name in the snapshot
 * @param kind which side has the object or attribute
 * @param attribute the attribute of the object, such as {@code type} or {@code columns}; empty for the object as a whole
 * @param expected the value in the snapshot; empty if it has none
 * @param found the value in the database; empty if it has none
 */
public record Difference(ObjectPath at, Kind kind, String attribute, String expected, String found)
        implements Comparable<Difference> {

    private static final Comparator<Difference> ORDER = Comparator.comparing(Difference::at)
            .thenComparing(Difference::kind)
            .thenComparing(Difference::attribute)
            .thenComparing(Difference::expected)
            .thenComparing(Difference::found);

    /** Which side has the object or attribute. */
    public enum Kind {
        /** Only the snapshot has it. */
        MISSING,
        /** Only the database has it. */
        UNEXPECTED,
        /** Both have it, with different values. */
        DIFFERENT;

        /** Returns the kind in lower case, for reports. */
        public String text() {
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

    public static Difference missing(ObjectPath at, String expected) {
        return new Difference(at, Kind.MISSING, "", expected, "");
    }

    public static Difference unexpected(ObjectPath at, String found) {
        return new Difference(at, Kind.UNEXPECTED, "", "", found);
    }

    public static Difference different(ObjectPath at, String attribute, Object expected, Object found) {
        return new Difference(
                at, Kind.DIFFERENT, attribute, AttributeFormatter.text(expected), AttributeFormatter.text(found));
    }

    /** Returns a copy with the server's reason. */
    public Difference because(String reason) {
        return new Difference(at, kind, attribute, expected + " [" + reason + "]", found);
    }

    /** Whether the only difference is that a constraint is NOT VALID. */
    boolean isOnlyNotValid() {
        return at.kind() == ObjectPath.Kind.CONSTRAINT && attribute.equals("validated") && found.equals("false");
    }

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the difference in one line, for example {@code column plan.title: type is varchar(9), expected
     * varchar(200)}.
     */
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
