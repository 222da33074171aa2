package dev.tenon.hibernate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Attributes of one column. */
final class BasicAttributes {

    /** Types without parameters that Hibernate maps by themselves. */
    private static final List<String> TYPES = List.of(
            "String",
            "String",
            "String",
            "int",
            "Integer",
            "long",
            "Long",
            "short",
            "Byte",
            "boolean",
            "Boolean",
            "char",
            "Character",
            "double",
            "Float",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "UUID",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.ZonedDateTime",
            "java.time.Instant",
            "java.time.Duration",
            "java.time.Year",
            "java.time.ZoneOffset",
            "java.sql.Timestamp",
            "byte[]",
            "char[]",
            "String[]",
            "int[]",
            "List<String>",
            "Set<Integer>",
            "java.net.URL",
            "Locale",
            "Currency",
            "TimeZone",
            "Class<?>",
            "java.time.DayOfWeek",
            "Color",
            "Color",
            "Color[]");

    private static final Set<String> PRIMITIVES =
            Set.of("int", "long", "short", "boolean", "char", "double", "float", "byte");

    private static final List<String> WORDS =
            List.of("name", "title", "unitPrice", "createdAt", "URLPath", "note2", "isOpen", "x", "order", "userId");

    private final Dice dice;

    BasicAttributes(Dice dice) {
        this.dice = dice;
    }

    /** Returns the name of an attribute that the class does not have yet. */
    String name(ClassSource source) {
        return dice.of(WORDS) + source.number() + (char) ('a' + source.size());
    }

    void addTo(ClassSource source, int count) {
        for (int i = 0; i < count; i++) {
            add(source);
        }
    }

    /** Adds attributes of a class that shares the table of others: no row of another class has a value there. */
    void addNullableTo(ClassSource source, int count) {
        for (int i = 0; i < count; i++) {
            source.add(
                    dice.chance(30) ? List.of("@Column(length = 9)") : List.of(),
                    dice.of("String", "Integer", "Color"),
                    name(source));
        }
    }

    private void add(ClassSource source) {
        String name = name(source);
        String type = dice.of(TYPES);
        List<String> uses = new ArrayList<>();
        if (dice.chance(8)) {
            source.add(List.of("@Temporal(TemporalType." + dice.of("DATE", "TIME", "TIMESTAMP") + ")"), "Date", name);
            return;
        }
        if ((type.equals("String") || type.equals("byte[]")) && dice.chance(12)) {
            uses.add("@Lob");
        }
        if (type.equals("Color") && dice.chance(60)) {
            uses.add("@Enumerated(EnumType." + dice.of("STRING", "ORDINAL") + ")");
        }
        if (dice.chance(12)) {
            uses.add("@Basic(optional = " + dice.of("true", "false") + ")");
        }
        if (dice.chance(45)) {
            uses.add("@Column" + column(name, type));
        }
        if (dice.chance(4)) {
            uses.add("@org.hibernate.annotations.ColumnDefault(\"NULL\")");
        }
        if (dice.chance(4)) {
            uses.add("@org.hibernate.annotations.NaturalId");
        }
        if (type.equals("java.time.Instant") && dice.chance(40)) {
            uses.add(dice.of(
                    "@org.hibernate.annotations.CreationTimestamp", "@org.hibernate.annotations.UpdateTimestamp"));
        }
        boolean defined = uses.stream().anyMatch(use -> use.contains("columnDefinition"));
        if (type.equals("String") && !defined && dice.chance(8)) {
            uses.add("@org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes."
                    + dice.of("JSON", "CHAR", "LONG32VARCHAR", "NVARCHAR", "CLOB", "VARCHAR") + ")");
        }
        source.add(uses, type, name);
    }

    private String column(String name, String type) {
        List<String> parts = new ArrayList<>();
        if (dice.chance(30)) {
            parts.add("name = \"" + dice.of("c_" + name, "C" + name, "\\\"Q" + name + "\\\"") + "\"");
        }
        if (PRIMITIVES.contains(type) || dice.chance(45)) {
            // With a bare @Column, Hibernate lets the column of a primitive type take nulls, and Tenon does not.
            parts.add("nullable = " + dice.of("true", "false"));
        }
        if (dice.chance(15) && !type.contains("[]") && !type.contains("<")) {
            parts.add("unique = true");
        }
        if (dice.chance(25)) {
            parts.add("length = " + dice.of("1", "40", "255", "100000"));
        }
        if (type.contains("Big") || (dice.chance(10) && !type.equals("java.time.Duration"))) {
            parts.add("precision = " + dice.of("6", "10", "20"));
            if (dice.chance(50)) {
                parts.add("scale = " + dice.of("0", "2", "6"));
            }
        }
        if (dice.chance(6) && type.equals("String")) {
            parts.add("columnDefinition = \"" + dice.of("text", "varchar(7)", "text not null", "text default 'a'")
                    + "\"");
        }
        if (dice.chance(10)) {
            parts.add("updatable = false");
        }
        return parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")";
    }
}
