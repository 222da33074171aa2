package dev.tenon.schema.internal.derive;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.Set;

/**
 * The value of the tenant setting, converted to the type of the tenant column without loss. A plain cast truncates or
 * rounds, so a text that is not a tenant's key could select one.
 */
final class TenantValue {

    /**
     * Types that, without length, precision and scale, keep a text exactly or reject it. Every other type may round or
     * truncate it: a date drops the time, a name everything after 63 bytes.
     */
    private static final Set<String> EXACT = Set.of(
            "text",
            "varchar",
            "char",
            "bpchar",
            "uuid",
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "boolean",
            "bytea",
            "bit",
            "varbit",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8");

    private static final ColumnType TEXT = ColumnType.builtin("text");

    private final String setting;
    private final ColumnType type;

    TenantValue(String setting, ColumnType type) {
        this.setting = "NULLIF(current_setting(" + Literal.text(setting) + ", true), '')";
        this.type = type;
    }

    /**
     * An expression to compare the column with. It is null, which equals nothing, unless the setting contains a key.
     */
    String compared() {
        if (type.equals(TEXT)) {
            return setting;
        }
        return isExact(type) ? setting + "::" + unbounded(type) : sameAgain();
    }

    /**
     * The default of the column. It is null if the setting contains no key, or if the column would truncate or round
     * it.
     */
    String stored() {
        String compared = compared();
        String fitted = setting + "::" + type;
        boolean fits = !isExact(type) || type.equals(TEXT) || compared.equals(fitted);
        return fits ? compared : "CASE WHEN " + compared + " = " + fitted + " THEN " + fitted + " END";
    }

    /** The value if its text equals the setting, otherwise null. */
    private String sameAgain() {
        String value = setting + "::" + type;
        return "CASE WHEN " + value + "::text COLLATE \"C\" = " + setting + " THEN " + value + " END";
    }

    private static boolean isExact(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return isExact(array.element());
        }
        return type instanceof ColumnType.Builtin builtin && EXACT.contains(builtin.name());
    }

    /** The type without length, precision and scale. A plain {@code char} or {@code bit} would have the length 1. */
    private static String unbounded(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return unbounded(array.element()) + "[]";
        }
        String name = ((ColumnType.Builtin) type).name();
        return switch (name) {
            case "char" -> "bpchar";
            case "bit" -> "\"bit\"";
            default -> name;
        };
    }
}
