package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Set;

/** The types that a foreign key's column may have for a referenced type, according to PostgreSQL's operators. */
final class KeyTypes {

    /** Families of types whose indexes can search for values of each other. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint"),
            Set.of("real", "double precision"),
            Set.of("text", "varchar", "char", "name"),
            Set.of("date", "timestamp", "timestamptz"),
            Set.of("time", "timetz"),
            Set.of("bit", "varbit"),
            Set.of("inet", "cidr"));

    /** Numeric types, each of which PostgreSQL implicitly casts to those after it. */
    private static final List<String> WIDENED =
            List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private KeyTypes() {}

    /**
     * Whether PostgreSQL may be able to compare the types. For types that are not built in, such as domains, only the
     * server knows.
     */
    static boolean compare(ColumnType from, ColumnType to) {
        if (from instanceof ColumnType.Builtin own && to instanceof ColumnType.Builtin other) {
            return own.name().equals(other.name())
                    || FAMILIES.stream().anyMatch(family -> family.containsAll(Set.of(own.name(), other.name())))
                    || isWidened(own.name(), other.name());
        }
        return !(from instanceof ColumnType.Array) && !(to instanceof ColumnType.Array);
    }

    private static boolean isWidened(String from, String to) {
        return WIDENED.contains(from) && WIDENED.indexOf(from) < WIDENED.indexOf(to);
    }
}
