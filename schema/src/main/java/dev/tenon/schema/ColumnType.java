package dev.tenon.schema;

import java.util.List;
import java.util.Objects;

/**
 * The type of a column. Snapshots contain its text form, which {@link #parse(String)} reads and {@code toString()}
 * writes: {@code numeric(10,2)}, {@code text[]}, {@code public.halfvec(1536)}.
 */
public sealed interface ColumnType {

    /** A built-in type without modifiers. */
    static ColumnType builtin(String name) {
        return new Builtin(name, List.of());
    }

    /** A built-in type with modifiers, such as a length. */
    static ColumnType builtin(String name, int... modifiers) {
        return new Builtin(
                name,
                java.util.Arrays.stream(modifiers).mapToObj(Integer::toString).toList());
    }

    /** Parses a type's text form, in PostgreSQL's canonical or any other accepted spelling. */
    static ColumnType parse(String text) {
        return TypeParser.parse(text);
    }

    /**
     * A type of {@code pg_catalog}.
     *
     * @param name its canonical short name, for example {@code bigint} or {@code timestamptz}
     * @param modifiers length, precision and scale
     */
    record Builtin(String name, List<String> modifiers) implements ColumnType {
        public Builtin {
            Normalization.text("a type's name", name);
            modifiers = List.copyOf(modifiers);
        }

        @Override
        public String toString() {
            return name + TypeParser.modifiers(modifiers);
        }
    }

    /**
     * An enum type or a type of an extension.
     *
     * @param name its name
     * @param modifiers for example the dimensions of a vector
     */
    record UserDefined(QualifiedName name, List<String> modifiers) implements ColumnType {
        public UserDefined {
            Objects.requireNonNull(name, "name");
            modifiers = List.copyOf(modifiers);
        }

        @Override
        public String toString() {
            return name + TypeParser.modifiers(modifiers);
        }
    }

    /**
     * An array. PostgreSQL does not store the number of its dimensions.
     *
     * @param element the type of the elements, which is not an array
     */
    record Array(ColumnType element) implements ColumnType {
        public Array {
            if (element instanceof Array) {
                throw new IllegalArgumentException("PostgreSQL has no arrays of arrays; the array type " + element
                        + " has any number of" + " dimensions");
            }
        }

        @Override
        public String toString() {
            return element + "[]";
        }
    }
}
